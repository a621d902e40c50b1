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
        double[][][] heard = heard(hidden);
        return new Trace(traces, heard, dense.forward(heard));
    }

    /// @param trace what [#forward] returned
    /// @param outputGradient dL/doutput, [B, T or 1, Y]
    /// @param finalGradients dL/dh and dL/dc of the final states, one an LSTM layer
    Gradients backward(Trace trace, double[][][] outputGradient, List<ReferenceState> finalGradients) {
        ReferenceDense.Gradients top = dense.backward(trace.denseInput, outputGradient);
        double[][][] dh = spread(top.input, trace.layers.getLast().steps);
        return new Gradients(lstms.backward(trace.layers, dh, finalGradients), top);
    }

    /// What the dense layer hears of the hidden states: [B, T, H] → [B, T or 1, H].
    double[][][] heard(double[][][] hidden) {
        if (everyStep) {
            return hidden;
        }
        double[][][] last = new double[hidden.length][1][];
        for (int sample = 0; sample < hidden.length; sample++) {
            last[sample][0] = hidden[sample][hidden[sample].length - 1];
        }
        return last;
    }

    /// The way back of [#heard] for gradients: what was not heard has a gradient of 0.
    double[][][] spread(double[][][] gradient, int steps) {
        if (everyStep) {
            return gradient;
        }
        double[][][] all = new double[gradient.length][steps][gradient[0][0].length];
        for (int sample = 0; sample < gradient.length; sample++) {
            all[sample][steps - 1] = gradient[sample][0];
        }
        return all;
    }
}
