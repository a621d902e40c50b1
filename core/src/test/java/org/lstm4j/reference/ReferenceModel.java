package org.lstm4j.reference;

import java.util.List;

/// LSTM layers with a dense layer on top, which hears the last step only or all of them.
///
/// @param lstms the recurrent part
/// @param dense the top
/// @param everyStep whether the output has all T steps; otherwise it has one, the last
record ReferenceModel(ReferenceStack lstms, ReferenceDense dense, boolean everyStep) {

    /// What a forward pass computes.
    static final class Trace {

        /// One trace an LSTM layer.
        final List<ReferenceTrace> layers;

        /// The hidden states that the dense layer hears, [B, T or 1, H].
        final double[][][] denseInput;

        /// [B, T or 1, Y].
        final double[][][] output;

        private Trace(List<ReferenceTrace> layers, double[][][] denseInput, double[][][] output) {
            this.layers = layers;
            this.denseInput = denseInput;
            this.output = output;
        }
    }

    /// @param layers one an LSTM layer; the gradient of the model's input is the first one's
    /// @param dense those of the dense layer
    record Gradients(List<ReferenceGradients> layers, ReferenceDense.Gradients dense) {}

    /// @param input x, [B, T, F]
    /// @param initial one state an LSTM layer
    Trace forward(double[][][] input, List<ReferenceState> initial) {
        List<ReferenceTrace> traces = lstms.forward(input, initial);
        double[][][] hidden = traces.getLast().hidden;
        double[][][] heard = everyStep ? hidden : lastStep(hidden);
        return new Trace(traces, heard, dense.forward(heard));
    }

    /// @param trace what [#forward] returned
    /// @param outputGradient dL/doutput, [B, T or 1, Y]
    /// @param finalGradients dL/dh and dL/dc of the final states, one an LSTM layer
    Gradients backward(Trace trace, double[][][] outputGradient, List<ReferenceState> finalGradients) {
        ReferenceDense.Gradients top = dense.backward(trace.denseInput, outputGradient);
        double[][][] hidden = trace.layers.getLast().hidden;
        double[][][] dh = everyStep ? top.input : onlyAtLastStep(top.input, hidden[0].length);
        return new Gradients(lstms.backward(trace.layers, dh, finalGradients), top);
    }

    /// [B, T, H] → [B, 1, H].
    private static double[][][] lastStep(double[][][] hidden) {
        double[][][] last = new double[hidden.length][1][];
        for (int sample = 0; sample < hidden.length; sample++) {
            last[sample][0] = hidden[sample][hidden[sample].length - 1];
        }
        return last;
    }

    /// [B, 1, H] → [B, T, H]: the steps before the last were not heard, so their gradient is 0.
    private static double[][][] onlyAtLastStep(double[][][] gradient, int steps) {
        double[][][] all = new double[gradient.length][steps][gradient[0][0].length];
        for (int sample = 0; sample < gradient.length; sample++) {
            all[sample][steps - 1] = gradient[sample][0];
        }
        return all;
    }
}
