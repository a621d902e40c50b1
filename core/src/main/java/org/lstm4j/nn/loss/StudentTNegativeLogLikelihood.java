package org.lstm4j.nn.loss;

import org.lstm4j.special.Gamma;

/// The negative log-likelihood of Student's t distribution, whose location, scale and degrees of freedom the network predicts:
///
/// ```
/// l = ln Γ(ν/2) − ln Γ((ν + 1)/2) + ½·ln(πν) + ln σ + ½·(ν + 1)·ln(1 + z²/ν)        z = (y − μ)/σ
/// σ = ln(1 + eˢ) + smallestScale        ν = 2 + ln(1 + eᵈ)
/// ```
///
/// Three outputs for each target value: μ, s and d, any numbers. Its tails are long: a target far away pulls at μ less than one
/// nearby, so that freaks in the data do little harm. With more than 2 degrees of freedom there is a variance, σ²·ν/(ν − 2). In
/// nats with all constants. It is what DeepAR's implementation in GluonTS predicts when nothing is said.
///
/// @param smallestScale keeps the network from betting everything on a few targets that it hits; above 0, in the unit of the
///        (scaled) targets
public record StudentTNegativeLogLikelihood(double smallestScale) implements GroupedLoss {

    private static final double FEWEST_DEGREES = 2;
    private static final double LOG_PI = 1.1447298858494002;

    public StudentTNegativeLogLikelihood {
        Scales.requireSmallest(smallestScale);
    }

    /// Smallest scale 0.001.
    public StudentTNegativeLogLikelihood() {
        this(1e-3);
    }

    @Override
    public String name() {
        return "student-t";
    }

    /// Location, scale and degrees of freedom.
    @Override
    public int groupSize() {
        return 3;
    }

    /// σ of the second output s.
    public double scale(double output) {
        return Softplus.of(output) + smallestScale;
    }

    /// ν of the third output d.
    public double degrees(double output) {
        return Softplus.of(output) + FEWEST_DEGREES;
    }

    @Override
    public double of(float[] outputs, int from, float target) {
        double scale = scale(outputs[from + 1]);
        double degrees = degrees(outputs[from + 2]);
        double z = ((double) target - outputs[from]) / scale;
        return -Gamma.logRatio(degrees / 2, 0.5) + 0.5 * (LOG_PI + StrictMath.log(degrees)) + StrictMath.log(scale)
                + 0.5 * (degrees + 1) * StrictMath.log1p(z * z / degrees);
    }

    /// With w = (ν + 1)/(ν + z²): ∂l/∂μ = −w·z/σ, ∂l/∂σ = (1 − w·z²)/σ and
    /// ∂l/∂ν = ½·(ψ(ν/2) − ψ((ν + 1)/2) + 1/ν + ln(1 + z²/ν) − w·z²/ν).
    @Override
    public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
        double scale = scale(outputs[from + 1]);
        double degrees = degrees(outputs[from + 2]);
        double z = ((double) target - outputs[from]) / scale;
        double weight = (degrees + 1) / (degrees + z * z);
        double byDegrees = 0.5 * (-Gamma.digammaDifference(degrees / 2, 0.5) + 1 / degrees
                + StrictMath.log1p(z * z / degrees) - weight * z * z / degrees);
        slopes[from] += (float) (factor * -weight * z / scale);
        slopes[from + 1] += (float) (factor * (1 - weight * z * z) / scale * Softplus.slope(outputs[from + 1]));
        slopes[from + 2] += (float) (factor * byDegrees * Softplus.slope(outputs[from + 2]));
    }
}
