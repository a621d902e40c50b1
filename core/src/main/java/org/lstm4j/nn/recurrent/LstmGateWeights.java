package org.lstm4j.nn.recurrent;

/// An LSTM's own weights: they are four gates.
record LstmGateWeights(LstmWeights weights) implements GateWeights {

    @Override
    public float[] input() {
        return weights.inputWeights().value();
    }

    @Override
    public float[] recurrent() {
        return weights.recurrentWeights().value();
    }

    @Override
    public float[] bias() {
        return weights.bias().value();
    }

    @Override
    public float[] inputGradient() {
        return weights.inputWeights().gradient();
    }

    @Override
    public float[] recurrentGradient() {
        return weights.recurrentWeights().gradient();
    }

    @Override
    public float[] biasGradient() {
        return weights.bias().gradient();
    }
}
