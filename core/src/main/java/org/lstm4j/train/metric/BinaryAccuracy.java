package org.lstm4j.train.metric;

/// The share of a yes or no that is told right: whether the prediction is above a threshold just where the target is above ½. As
/// Keras' `BinaryAccuracy`.
///
/// @param threshold 0.5 for probabilities, 0 for logits and for scores of the hinge loss
public record BinaryAccuracy(double threshold) implements ElementwiseMetric {

    /// For probabilities.
    public BinaryAccuracy() {
        this(0.5);
    }

    public BinaryAccuracy {
        requireThreshold(threshold);
    }

    @Override
    public String name() {
        return "binary_accuracy";
    }

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public double of(double prediction, double target) {
        return prediction > threshold == target > 0.5 ? 1 : 0;
    }

    static void requireThreshold(double threshold) {
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException(
                    "threshold must be finite, but was " + threshold + "; use 0.5 for probabilities, 0 for logits");
        }
    }
}
