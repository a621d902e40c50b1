package org.lstm4j.nn.loss;

/// The mean of 100 · |f − y| / max(|y|, floor) for prediction f and target y, in percent.
///
/// A percentage of 0 means nothing. Keras divides by 1e-7 instead, which gives one such target ten million times the say of
/// a target of 1. Here a target of 0 is refused unless a floor is given: the size below which errors are taken absolutely.
/// Standardised targets have mean 0 and are no data for this loss. Its minimiser lies below the median; at an error of 0 the
/// gradient is 0.
///
/// @param floor smallest denominator, 0 for none (then targets below 1e-35 are refused); 1e-7 gives Keras' numbers
public record MeanAbsolutePercentageError(float floor) implements ElementwiseLoss {

    /// Below it, 100 divided by a target leaves float32.
    private static final double SMALLEST = 1e-35;

    public MeanAbsolutePercentageError {
        if (!(floor >= 0f && floor < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "floor of the mean absolute percentage error must be finite and not below 0, but was " + floor);
        }
    }

    /// Without a floor.
    public MeanAbsolutePercentageError() {
        this(0f);
    }

    @Override
    public String name() {
        return "mape";
    }

    @Override
    public double of(double prediction, double target) {
        return 100 * Math.abs(prediction - target) / denominator(target);
    }

    @Override
    public float slope(float prediction, float target) {
        return (float) (100 * Math.signum((double) prediction - target) / denominator(target));
    }

    private double denominator(double target) {
        double denominator = Math.max(Math.abs(target), floor);
        if (denominator < SMALLEST) {
            throw new IllegalArgumentException("a target is " + target
                    + ", and an error in percent of it says nothing; use the loss smape or mae, give a floor such as"
                    + " mape:0.1, or give such samples weight 0");
        }
        return denominator;
    }
}
