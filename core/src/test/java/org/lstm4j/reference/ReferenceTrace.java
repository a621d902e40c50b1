package org.lstm4j.reference;

/// All that a forward pass of one layer computes: its result, and what backward needs.
final class ReferenceTrace {

    final int batch;
    final int steps;

    /// x, [B, T, F].
    final double[][][] input;

    /// h and c before the first step.
    final ReferenceState initial;

    /// i, f, g, o after their activations, [B, T, 4H].
    final double[][][] gates;

    /// c after each step, [B, T, H].
    final double[][][] cell;

    /// h after each step, [B, T, H]: the layer's output.
    final double[][][] hidden;

    ReferenceTrace(double[][][] input, ReferenceState initial, int units) {
        this.batch = input.length;
        this.steps = input[0].length;
        this.input = input;
        this.initial = initial;
        this.gates = new double[batch][steps][4 * units];
        this.cell = new double[batch][steps][units];
        this.hidden = new double[batch][steps][units];
    }

    /// h′, [H].
    double[] hiddenBefore(int sample, int step) {
        return step == 0 ? initial.hidden[sample] : hidden[sample][step - 1];
    }

    /// c′, [H].
    double[] cellBefore(int sample, int step) {
        return step == 0 ? initial.cell[sample] : cell[sample][step - 1];
    }

    /// h and c after the last step, copied.
    ReferenceState finalState() {
        int units = hidden[0][0].length;
        ReferenceState state = new ReferenceState(batch, units);
        for (int sample = 0; sample < batch; sample++) {
            state.hidden[sample] = hidden[sample][steps - 1].clone();
            state.cell[sample] = cell[sample][steps - 1].clone();
        }
        return state;
    }
}
