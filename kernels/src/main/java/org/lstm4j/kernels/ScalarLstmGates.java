package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.UNITS;

/// The specification of [LstmGates]: plain loops in the order of the formulas.
public final class ScalarLstmGates implements LstmGates {

    @Override
    public void forward(
            int rows,
            float[] gates,
            int gatesOffset,
            int gatesQuarter,
            float[] cellBefore,
            int cellBeforeOffset,
            float[] cell,
            int cellOffset,
            float[] cellTanh,
            int cellTanhOffset,
            float[] hidden,
            int hiddenOffset,
            int hiddenStride) {
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                int state = row * UNITS + unit;
                int at = gatesOffset + state;
                float i = Activations.sigmoid(gates[at]);
                float f = Activations.sigmoid(gates[at + gatesQuarter]);
                float g = Activations.tanh(gates[at + 2 * gatesQuarter]);
                float o = Activations.sigmoid(gates[at + 3 * gatesQuarter]);
                float c = Math.fma(f, cellBefore[cellBeforeOffset + state], i * g);
                float tanh = Activations.tanh(c);
                gates[at] = i;
                gates[at + gatesQuarter] = f;
                gates[at + 2 * gatesQuarter] = g;
                gates[at + 3 * gatesQuarter] = o;
                cell[cellOffset + state] = c;
                cellTanh[cellTanhOffset + state] = tanh;
                hidden[hiddenOffset + row * hiddenStride + unit] = o * tanh;
            }
        }
    }

    @Override
    public void backward(
            int rows,
            float[] gates,
            int gatesOffset,
            int gatesQuarter,
            float[] cellBefore,
            int cellBeforeOffset,
            float[] cellTanh,
            int cellTanhOffset,
            float[] hiddenGradient,
            int hiddenGradientOffset,
            float[] cellGradient,
            int cellGradientOffset) {
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                int state = row * UNITS + unit;
                int at = gatesOffset + state;
                float i = gates[at];
                float f = gates[at + gatesQuarter];
                float g = gates[at + 2 * gatesQuarter];
                float o = gates[at + 3 * gatesQuarter];
                float tanh = cellTanh[cellTanhOffset + state];
                float dh = LstmGates.unlessFaded(hiddenGradient[hiddenGradientOffset + state]);
                float after = cellGradient[cellGradientOffset + state];
                float dc = LstmGates.unlessFaded(Math.fma(dh * o, Math.fma(-tanh, tanh, 1f), after));
                gates[at] = dc * g * (i * (1f - i));
                gates[at + gatesQuarter] = dc * cellBefore[cellBeforeOffset + state] * (f * (1f - f));
                gates[at + 2 * gatesQuarter] = dc * i * Math.fma(-g, g, 1f);
                gates[at + 3 * gatesQuarter] = dh * tanh * (o * (1f - o));
                cellGradient[cellGradientOffset + state] = dc * f;
            }
        }
    }
}
