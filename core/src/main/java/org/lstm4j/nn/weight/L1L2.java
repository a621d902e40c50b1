package org.lstm4j.nn.weight;

/// The sum of absolute weights and of their squares: l1·Σ|w| + l2·Σw², with the slope l1·sign(w) + 2·l2·w, which counts as 0 at 0. As
/// Keras' L1L2.
///
/// Source: Zou and Hastie, Regularization and variable selection via the elastic net, 2005.
///
/// @param l1 at least 0, finite
/// @param l2 at least 0, finite; without the ½ that some put before it
public record L1L2(double l1, double l2) implements WeightRegularizer {

    public L1L2 {
        requireNotNegative("l1", l1);
        requireNotNegative("l2", l2);
    }

    @Override
    public String name() {
        return "l1_l2";
    }

    @Override
    public double penalty(float[] weights) {
        double sizes = 0;
        double squares = 0;
        for (float weight : weights) {
            sizes += Math.abs(weight);
            squares += (double) weight * weight;
        }
        return l1 * sizes + l2 * squares;
    }

    @Override
    public void addGradient(float[] weights, float[] gradient) {
        float perSign = (float) l1;
        float perWeight = (float) (2 * l2);
        for (int index = 0; index < weights.length; index++) {
            float weight = weights[index];
            gradient[index] += Math.fma(perWeight, weight, perSign * Math.signum(weight));
        }
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a number of at least 0, but was " + value);
        }
    }
}
