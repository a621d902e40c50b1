package org.lstm4j.nn.recurrent;

import org.lstm4j.kernels.GateActivations;
import org.lstm4j.kernels.LstmGates;
import org.lstm4j.nn.Activation;

/// What the element-wise halves of all cells but the plain LSTM's share: activations of many numbers at once.
///
/// @param kernels for the two activations that most cells have; the others are plain loops
record ActivationLoops(GateActivations kernels) {

    /// y = f(x) of each number, in place.
    ///
    /// @param count a multiple of 16
    void apply(Activation function, int count, float[] values, int at) {
        if (function == Activation.SIGMOID) {
            kernels.sigmoid(count, values, at);
        } else if (function == Activation.TANH) {
            kernels.tanh(count, values, at);
        } else {
            for (int index = at; index < at + count; index++) {
                values[index] = function.apply(values[index]);
            }
        }
    }

    /// From gradients by results y to those by what they are the activations of, in place; as [#apply] without a call for each of two.
    static void multiplyBySlopes(Activation function, int from, int to, float[] y, float[] gradient) {
        if (function == Activation.SIGMOID) {
            for (int index = from; index < to; index++) {
                gradient[index] *= y[index] * (1f - y[index]);
            }
        } else if (function == Activation.TANH) {
            for (int index = from; index < to; index++) {
                gradient[index] *= Math.fma(-y[index], y[index], 1f);
            }
        } else {
            for (int index = from; index < to; index++) {
                gradient[index] *= function.slope(y[index]);
            }
        }
    }

    /// Makes gradients 0 that have faded.
    static void dropFaded(int from, int to, float[] gradients) {
        for (int index = from; index < to; index++) {
            gradients[index] = LstmGates.unlessFaded(gradients[index]);
        }
    }
}
