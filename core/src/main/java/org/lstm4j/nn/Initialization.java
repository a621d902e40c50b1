package org.lstm4j.nn;

import org.lstm4j.random.RandomStream;

/// How initial weights are drawn: the defaults of Keras or of PyTorch.
///
/// | | input weights, dense weights | recurrent weights | bias of an LSTM | bias of a dense layer |
/// |---|---|---|---|---|
/// | `KERAS` | uniform ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010) | orthogonal (Saxe et al. 2013) | 0, forget gate 1 | 0 |
/// | `PYTORCH` | uniform ±1/√H, dense ±1/√inputs | uniform ±1/√H | sum of two uniform ±1/√H | uniform ±1/√inputs |
///
/// PyTorch keeps two biases that are always added; here they are one, drawn as their sum.
public enum Initialization {
    KERAS {
        @Override
        void initialize(Parameter weights, Parameter bias, RandomStream random) {
            uniform(weights.value(), Math.sqrt(6.0 / (weights.shape().size(0) + weights.shape().size(1))), random);
        }
    },
    PYTORCH {
        @Override
        void initialize(Parameter weights, Parameter bias, RandomStream random) {
            double limit = 1 / Math.sqrt(weights.shape().size(1));
            uniform(weights.value(), limit, random);
            uniform(bias.value(), limit, random);
        }
    };

    /// Draws the weights `[outputs, inputs]` and the bias `[outputs]` of a dense layer.
    abstract void initialize(Parameter weights, Parameter bias, RandomStream random);

    private static void uniform(float[] values, double limit, RandomStream random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) ((2 * random.nextDouble() - 1) * limit);
        }
    }
}
