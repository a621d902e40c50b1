package org.lstm4j.nn.loss;

/// The mean of 200 · |f − y| / (|f| + |y|) for prediction f and target y, in percent from 0 to 200, with 0/0 = 0.
///
/// The form of the M4 competition (Makridakis, Spiliotis, Assimakopoulos, 2020); others halve it. Where prediction and target
/// have different signs it is 200 and its gradient 0, so it is a loss for data of one sign, and nothing is learned from
/// standardised data. At an error of 0 the gradient is 0.
public record SymmetricMeanAbsolutePercentageError() implements ElementwiseLoss {

    /// Below it both count as 0: the slope would leave float32.
    private static final double SMALLEST = 1e-35;

    @Override
    public String name() {
        return "smape";
    }

    @Override
    public double of(double prediction, double target) {
        double size = Math.abs(prediction) + Math.abs(target);
        return size < SMALLEST ? 0 : 200 * Math.abs(prediction - target) / size;
    }

    /// With e = f − y and s = |f| + |y|: 200 · (sign(e)·s − |e|·sign(f)) / s².
    @Override
    public float slope(float prediction, float target) {
        double error = (double) prediction - target;
        double size = Math.abs((double) prediction) + Math.abs((double) target);
        if (size < SMALLEST) {
            return 0f;
        }
        double share = Math.abs(error) / size;
        return (float) (200 * (Math.signum(error) - share * Math.signum(prediction)) / size);
    }
}
