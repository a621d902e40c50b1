package org.lstm4j.nn.loss;

/// The negative log-likelihood of a normal distribution whose mean and scale the network predicts:
///
/// ```
/// l = ½·ln 2π + ln σ + ½·((y − μ)/σ)²        σ = ln(1 + eˢ) + smallestScale
/// ```
///
/// Two outputs for each target value: μ, then s, any number. So 24 steps to foretell need 48 outputs [24 steps, 2] and targets
/// [batch, 24]. In nats with the constant, as PyTorch's `GaussianNLLLoss(full=True)` of the variance σ², so that likelihoods of
/// different distributions compare. Unlike a squared error it may be negative.
///
/// @param smallestScale keeps the network from betting everything on a few targets that it hits; above 0, in the unit of the
///        (scaled) targets
public record GaussianNegativeLogLikelihood(double smallestScale) implements GroupedLoss {

    private static final double HALF_LN_2_PI = 0.9189385332046727;

    public GaussianNegativeLogLikelihood {
        Scales.requireSmallest(smallestScale);
    }

    /// Smallest scale 0.001: PyTorch's smallest variance, 1e-6.
    public GaussianNegativeLogLikelihood() {
        this(1e-3);
    }

    @Override
    public String name() {
        return "gaussian";
    }

    /// Mean and scale.
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
        double scale = scale(outputs[from + 1]);
        double deviation = ((double) target - outputs[from]) / scale;
        return HALF_LN_2_PI + StrictMath.log(scale) + 0.5 * deviation * deviation;
    }

    /// With z = (y − μ)/σ: ∂l/∂μ = −z/σ and ∂l/∂σ = (1 − z²)/σ.
    @Override
    public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
        double scale = scale(outputs[from + 1]);
        double deviation = ((double) target - outputs[from]) / scale;
        slopes[from] += (float) (factor * -deviation / scale);
        slopes[from + 1] += (float) (factor * (1 - deviation * deviation) / scale * Softplus.slope(outputs[from + 1]));
    }
}
