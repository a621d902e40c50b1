package org.lstm4j.nn;

import org.lstm4j.nn.init.Constant;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.init.RandomUniform;
import org.lstm4j.nn.init.VarianceScaling;

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
        Initializer denseWeights(int inputs) {
            return VarianceScaling.glorotUniform();
        }

        @Override
        Initializer denseBias(int inputs) {
            return Constant.zeros();
        }
    },
    PYTORCH {
        @Override
        Initializer denseWeights(int inputs) {
            double limit = 1 / Math.sqrt(inputs);
            return new RandomUniform(-limit, limit);
        }

        @Override
        Initializer denseBias(int inputs) {
            return denseWeights(inputs);
        }
    };

    /// What draws the weights `[outputs, inputs]` of a dense layer.
    abstract Initializer denseWeights(int inputs);

    /// What draws the bias `[outputs]` of a dense layer, after its weights.
    abstract Initializer denseBias(int inputs);
}
