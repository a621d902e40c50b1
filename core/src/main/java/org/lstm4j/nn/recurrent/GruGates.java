package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.kernels.LstmGates;
import org.lstm4j.nn.Activation;

/// The element-wise half of a step of gated recurrent units, with the arrays of an LSTM: the cell state is a copy of the hidden
/// state, and the four gates are r, z and the two parts of the candidate n, from the input and from the state.
///
/// ```
/// r = σ(a_r)   z = σ(a_z)   n = tanh(a_x + r·a_h)   h = n + z·(h′ − n)
/// ```
///
/// Afterwards the gates hold r, z, n and a_h, which backward needs. The gradient of h comes in two parts: from the output and the
/// products of the step after, and, as that of the cell state, past its candidate.
final class GruGates implements LstmGates {

    private final Activation activation;
    private final Activation recurrentActivation;
    private final ActivationLoops loops;

    GruGates(Activation activation, Activation recurrentActivation, ActivationLoops loops) {
        this.activation = activation;
        this.recurrentActivation = recurrentActivation;
        this.loops = loops;
    }

    @Override
    public void forward(
            int rows, float[] gates, int gatesOffset, int gatesQuarter, float[] cellBefore, int cellBeforeOffset,
            float[] cell, int cellOffset, float[] cellTanh, int cellTanhOffset, float[] hidden, int hiddenOffset,
            int hiddenStride) {
        int count = rows * UNITS;
        int update = gatesOffset + gatesQuarter;
        int candidate = update + gatesQuarter;
        int fromState = candidate + gatesQuarter;
        loops.apply(recurrentActivation, count, gates, gatesOffset);
        loops.apply(recurrentActivation, count, gates, update);
        for (int index = 0; index < count; index++) {
            gates[candidate + index] = Math.fma(
                    gates[gatesOffset + index], gates[fromState + index], gates[candidate + index]);
        }
        loops.apply(activation, count, gates, candidate);
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                int index = row * UNITS + unit;
                float n = gates[candidate + index];
                float h = Math.fma(gates[update + index], cellBefore[cellBeforeOffset + index] - n, n);
                cell[cellOffset + index] = h;
                hidden[hiddenOffset + row * hiddenStride + unit] = h;
            }
        }
    }

    @Override
    public void backward(
            int rows, float[] gates, int gatesOffset, int gatesQuarter, float[] cellBefore, int cellBeforeOffset,
            float[] cellTanh, int cellTanhOffset, float[] hiddenGradient, int hiddenGradientOffset,
            float[] cellGradient, int cellGradientOffset) {
        for (int index = 0; index < rows * UNITS; index++) {
            int at = gatesOffset + index;
            float r = gates[at];
            float z = gates[at + gatesQuarter];
            float n = gates[at + 2 * gatesQuarter];
            float fromState = gates[at + 3 * gatesQuarter];
            float dh = LstmGates.unlessFaded(
                    hiddenGradient[hiddenGradientOffset + index] + cellGradient[cellGradientOffset + index]);
            float dn = dh * (1f - z) * activation.slope(n);
            gates[at] = dn * fromState * recurrentActivation.slope(r);
            gates[at + gatesQuarter] = dh * (cellBefore[cellBeforeOffset + index] - n) * recurrentActivation.slope(z);
            gates[at + 2 * gatesQuarter] = dn;
            gates[at + 3 * gatesQuarter] = dn * r;
            cellGradient[cellGradientOffset + index] = dh * z;
        }
    }
}
