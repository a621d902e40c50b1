package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

/// The specification of [LstmGates]: plain loops in the order of the formulas.
public final class ScalarLstmGates implements LstmGates {

    @Override
    public void forward(
            int rows,
            float[] gates,
            int gatesOffset,
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
                int at = gatesOffset + row * WIDTH + unit;
                int state = row * UNITS + unit;
                float i = Activations.sigmoid(gates[at]);
                float f = Activations.sigmoid(gates[at + UNITS]);
                float g = Activations.tanh(gates[at + 2 * UNITS]);
                float o = Activations.sigmoid(gates[at + 3 * UNITS]);
                float c = Math.fma(f, cellBefore[cellBeforeOffset + state], i * g);
                float tanh = Activations.tanh(c);
                gates[at] = i;
                gates[at + UNITS] = f;
                gates[at + 2 * UNITS] = g;
                gates[at + 3 * UNITS] = o;
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
            float[] cellBefore,
            int cellBeforeOffset,
            float[] cellTanh,
            int cellTanhOffset,
            float[] hiddenGradient,
            int hiddenGradientOffset,
            int hiddenGradientStride,
            float[] cellGradient,
            int cellGradientOffset) {
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                int at = gatesOffset + row * WIDTH + unit;
                int state = row * UNITS + unit;
                float i = gates[at];
                float f = gates[at + UNITS];
                float g = gates[at + 2 * UNITS];
                float o = gates[at + 3 * UNITS];
                float tanh = cellTanh[cellTanhOffset + state];
                float dh = hiddenGradient[hiddenGradientOffset + row * hiddenGradientStride + unit];
                float dc = Math.fma(dh * o, Math.fma(-tanh, tanh, 1f), cellGradient[cellGradientOffset + state]);
                gates[at] = dc * g * (i * (1f - i));
                gates[at + UNITS] = dc * cellBefore[cellBeforeOffset + state] * (f * (1f - f));
                gates[at + 2 * UNITS] = dc * i * Math.fma(-g, g, 1f);
                gates[at + 3 * UNITS] = dh * tanh * (o * (1f - o));
                cellGradient[cellGradientOffset + state] = dc * f;
            }
        }
    }
}
