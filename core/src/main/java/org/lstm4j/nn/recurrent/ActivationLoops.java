package org.lstm4j.nn.recurrent;

import org.lstm4j.kernels.Activations;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.nn.Activation;

/// What the element-wise halves of all cells but the plain LSTM's share.
final class ActivationLoops {

    private ActivationLoops() {}

    /// y = f(x), element by element. The two activations that most cells have go without a call for each.
    static void apply(Activation function, int count, float[] x, int from, float[] y, int to) {
        if (function == Activation.SIGMOID) {
            for (int index = 0; index < count; index++) {
                y[to + index] = Activations.sigmoid(x[from + index]);
            }
        } else if (function == Activation.TANH) {
            for (int index = 0; index < count; index++) {
                y[to + index] = Activations.tanh(x[from + index]);
            }
        } else {
            for (int index = 0; index < count; index++) {
                y[to + index] = function.apply(x[from + index]);
            }
        }
    }

    /// The gradient, or 0 where it has faded: see [LstmGates#FADED].
    static float unlessFaded(float gradient) {
        return Math.abs(gradient) < LstmGates.FADED ? 0f : gradient;
    }
}
