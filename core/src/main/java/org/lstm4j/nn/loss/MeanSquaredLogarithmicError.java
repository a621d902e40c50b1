package org.lstm4j.nn.loss;

/// The mean of (ln(1 + f) − ln(1 + y))² for prediction f and target y: errors count by ratio, so it suits counts and amounts
/// that span orders of magnitude.
///
/// As Keras' `MeanSquaredLogarithmicError` for values from 0 on. Keras takes negative values for 0, which hides a network that
/// cannot learn: its gradient is 0 there. Here values down to −1 count as they are, and −1 or below is refused.
public record MeanSquaredLogarithmicError() implements ElementwiseLoss {

    @Override
    public String name() {
        return "msle";
    }

    @Override
    public double of(double prediction, double target) {
        double error = difference(prediction, target);
        return error * error;
    }

    @Override
    public float slope(float prediction, float target) {
        return (float) (2 * difference(prediction, target) / (1 + (double) prediction));
    }

    private static double difference(double prediction, double target) {
        return logOfOneMore("prediction", prediction,
                "give the last layer an activation that stays above, such as relu or sigmoid")
                - logOfOneMore("target", target, "do not standardise the targets");
    }

    /// NaN passes.
    private static double logOfOneMore(String what, double value, String fix) {
        if (value <= -1) {
            throw new IllegalArgumentException("a " + what + " is " + value
                    + ", but the mean squared logarithmic error needs values above -1; " + fix
                    + ", or use another loss, such as huber");
        }
        return StrictMath.log1p(value);
    }
}
