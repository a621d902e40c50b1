package org.lstm4j.nn.recurrent;

/// Gates' weights without bias, for a cell that adds its bias later, to something else than the products.
final class UnbiasedGateWeights implements GateWeights {

    private final GateWeights weights;
    private final float[] zeros;
    /// What the products make of a bias that is none, which nobody reads.
    private final float[] unread;

    UnbiasedGateWeights(GateWeights weights) {
        this.weights = weights;
        zeros = new float[weights.bias().length];
        unread = new float[weights.bias().length];
    }

    @Override
    public float[] input() {
        return weights.input();
    }

    @Override
    public float[] recurrent() {
        return weights.recurrent();
    }

    @Override
    public float[] bias() {
        return zeros;
    }

    @Override
    public float[] inputGradient() {
        return weights.inputGradient();
    }

    @Override
    public float[] recurrentGradient() {
        return weights.recurrentGradient();
    }

    @Override
    public float[] biasGradient() {
        return unread;
    }
}
