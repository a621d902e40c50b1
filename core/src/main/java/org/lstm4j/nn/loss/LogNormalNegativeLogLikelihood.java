package org.lstm4j.nn.loss;

/// The negative log-likelihood of a log-normal distribution: the logarithm of the target is normal, with a mean and a scale that
/// the network predicts.
///
/// ```
/// l = ln y + ½·ln 2π + ln σ + ½·((ln y − μ)/σ)²        σ = ln(1 + eˢ) + smallestScale
/// ```
///
/// Two outputs for each target value: μ, then s, any numbers. Targets are above 0 and skewed: amounts, durations, prices. They
/// may be divided by a scale, but not shifted. In nats of the target, not of its logarithm, so that likelihoods of different
/// distributions compare.
///
/// @param smallestScale keeps the network from betting everything on a few targets that it hits; above 0, a ratio: 0.001 is a
///        spread of a thousandth
public record LogNormalNegativeLogLikelihood(double smallestScale) implements GroupedLoss {

    private static final double HALF_LN_2_PI = 0.9189385332046727;

    public LogNormalNegativeLogLikelihood {
        Scales.requireSmallest(smallestScale);
    }

    /// Smallest scale 0.001.
    public LogNormalNegativeLogLikelihood() {
        this(1e-3);
    }

    @Override
    public String name() {
        return "log-normal";
    }

    /// Mean and scale of the logarithm.
    @Override
    public int groupSize() {
        return 2;
    }

    /// σ of the second output s.
    public double scale(double output) {
        return Softplus.of(output) + smallestScale;
    }

    @Override
    public double of(float[] outputs, int from, float target) {
        double logarithm = logarithm(target);
        double scale = scale(outputs[from + 1]);
        double deviation = (logarithm - outputs[from]) / scale;
        return logarithm + HALF_LN_2_PI + StrictMath.log(scale) + 0.5 * deviation * deviation;
    }

    /// With z = (ln y − μ)/σ: ∂l/∂μ = −z/σ and ∂l/∂σ = (1 − z²)/σ.
    @Override
    public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
        double scale = scale(outputs[from + 1]);
        double deviation = (logarithm(target) - outputs[from]) / scale;
        slopes[from] += (float) (factor * -deviation / scale);
        slopes[from + 1] += (float) (factor * (1 - deviation * deviation) / scale * Softplus.slope(outputs[from + 1]));
    }

    /// NaN passes.
    private static double logarithm(float target) {
        if (target <= 0f) {
            throw new IllegalArgumentException("a target is " + target
                    + ", but the loss log-normal is for targets above 0; scale them without shifting them (mean-abs or"
                    + " none), or use the loss negative-binomial for counts or student-t for anything else");
        }
        return StrictMath.log(target);
    }
}
