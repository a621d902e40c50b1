package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.nn.Activation;

/// Gates that also see the cell state, each unit its own:
///
/// ```
/// a_i += p_i·c_{t−1}        a_f += p_f·c_{t−1}        a_o += p_o·c_t
/// ```
///
/// Source: Gers and Schmidhuber, Recurrent Nets that Time and Count, 2000.
final class PeepholeGates extends VariantGates {

    private final float[] peepholes;
    private final int input;
    private final int forget;
    private final int output;

    /// @param peepholes p_i, p_f and p_o of sixteen units each, from `offset`; shared, read at every step
    PeepholeGates(Activation activation, Activation recurrentActivation, ActivationLoops loops, float[] peepholes,
            int offset) {
        super(activation, recurrentActivation, loops);
        this.peepholes = peepholes;
        input = offset;
        forget = offset + UNITS;
        output = offset + 2 * UNITS;
    }

    @Override
    void peepBefore(int rows, float[] gates, int gatesAt, int quarter, float[] cellBefore, int cellBeforeAt) {
        add(rows, input, cellBefore, cellBeforeAt, gates, gatesAt);
        add(rows, forget, cellBefore, cellBeforeAt, gates, gatesAt + quarter);
    }

    @Override
    void peepAfter(int rows, float[] gates, int gatesAt, int quarter, float[] cell, int cellAt) {
        add(rows, output, cell, cellAt, gates, gatesAt + 3 * quarter);
    }

    @Override
    float fromOutputGate(int unit, float outputGradient) {
        return peepholes[output + unit] * outputGradient;
    }

    @Override
    float fromInputAndForgetGate(int unit, float inputGradient, float forgetGradient) {
        return Math.fma(peepholes[input + unit], inputGradient, peepholes[forget + unit] * forgetGradient);
    }

    private void add(int rows, int from, float[] cell, int cellAt, float[] sums, int sumsAt) {
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                int index = row * UNITS + unit;
                sums[sumsAt + index] = Math.fma(peepholes[from + unit], cell[cellAt + index], sums[sumsAt + index]);
            }
        }
    }
}
