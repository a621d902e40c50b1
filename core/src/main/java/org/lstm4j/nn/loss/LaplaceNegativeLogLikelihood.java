package org.lstm4j.nn.loss;

/// The negative log-likelihood of a Laplace distribution whose location and scale the network predicts:
///
/// ```
/// l = ln 2b + |y − μ|/b        b = ln(1 + eˢ) + smallestScale
/// ```
///
/// Two outputs for each target value: μ, which is the median, then s, any number. It is an absolute error that says how large
/// it expects to be; like that, its gradient at an error of 0 is 0. In nats with the constant.
///
/// @param smallestScale keeps the network from betting everything on a few targets that it hits; above 0, in the unit of the
///        (scaled) targets
public record LaplaceNegativeLogLikelihood(double smallestScale) implements GroupedLoss {

    public LaplaceNegativeLogLikelihood {
        Scales.requireSmallest(smallestScale);
    }

    /// Smallest scale 0.001.
    public LaplaceNegativeLogLikelihood() {
        this(1e-3);
    }

    @Override
    public String name() {
        return "laplace";
    }

    /// Location and scale.
    @Override
    public int groupSize() {
        return 2;
    }

    /// b of the second output s.
    public double scale(double output) {
        return Softplus.of(output) + smallestScale;
    }

    @Override
    public double of(float[] outputs, int from, float target) {
        double scale = scale(outputs[from + 1]);
        return StrictMath.log(2 * scale) + Math.abs((double) target - outputs[from]) / scale;
    }

    /// ∂l/∂μ = −sign(y − μ)/b and ∂l/∂b = (1 − |y − μ|/b)/b.
    @Override
    public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
        double scale = scale(outputs[from + 1]);
        double deviation = ((double) target - outputs[from]) / scale;
        slopes[from] += (float) (factor * -Math.signum(deviation) / scale);
        slopes[from + 1] += (float) (factor * (1 - Math.abs(deviation)) / scale * Softplus.slope(outputs[from + 1]));
    }
}
