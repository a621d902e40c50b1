package org.lstm4j.nn.loss;

import org.lstm4j.special.Gamma;

/// The negative log-likelihood of a negative binomial distribution of counts, whose mean and dispersion the network predicts:
///
/// ```
/// l = ln y! − ln(Γ(y + r)/Γ(r)) + (r + y)·ln(1 + αμ) − y·ln(αμ)        r = 1/α
/// μ = ln(1 + eᵐ) + 1e-6        α = ln(1 + eᵃ) + 1e-6
/// ```
///
/// Two outputs for each target value: m and a, any numbers. The variance is μ + α·μ²: that of Poisson counts for a small
/// dispersion α, more for a larger one. In nats with all constants.
///
/// Targets are counts as they are, not scaled: 0, 1, 2, … A target with a fraction is refused like a negative one: the
/// likelihood has no value there, and it nearly always comes from scaling, averaging or interpolation, which would make
/// nonsense of the distribution unnoticed.
///
/// Source: Salinas, Flunkert, Gasthaus and Januschowski, DeepAR, 2020, section 3.1, without the division by the scale.
public record NegativeBinomialNegativeLogLikelihood() implements GroupedLoss {

    /// Keeps means and dispersions off 0 where softplus has rounded to it.
    private static final double SMALLEST = 1e-6;

    @Override
    public String name() {
        return "negative-binomial";
    }

    /// Mean and dispersion.
    @Override
    public int groupSize() {
        return 2;
    }

    /// μ of the first output m.
    public double mean(double output) {
        return Softplus.of(output) + SMALLEST;
    }

    /// α of the second output a.
    public double dispersion(double output) {
        return Softplus.of(output) + SMALLEST;
    }

    @Override
    public double of(float[] outputs, int from, float target) {
        requireCount(target);
        double mean = mean(outputs[from]);
        double dispersion = dispersion(outputs[from + 1]);
        double size = 1 / dispersion;
        double spread = dispersion * mean;
        return Gamma.logarithm(target + 1.0) - Gamma.logRatio(size, target)
                + (size + target) * StrictMath.log1p(spread) - target * StrictMath.log(spread);
    }

    /// ∂l/∂μ = (μ − y)/(μ·(1 + αμ)) and
    /// ∂l/∂α = r²·(ψ(y + r) − ψ(r) − ln(1 + αμ)) + r·(μ − y)/(1 + αμ).
    @Override
    public void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes) {
        requireCount(target);
        double mean = mean(outputs[from]);
        double dispersion = dispersion(outputs[from + 1]);
        double size = 1 / dispersion;
        double spread = dispersion * mean;
        double excess = (mean - target) / (1 + spread);
        double byDispersion = size * size * (Gamma.digammaDifference(size, target) - StrictMath.log1p(spread))
                + size * excess;
        slopes[from] += (float) (factor * excess / mean * Softplus.slope(outputs[from]));
        slopes[from + 1] += (float) (factor * byDispersion * Softplus.slope(outputs[from + 1]));
    }

    /// NaN passes.
    private static void requireCount(float target) {
        if (target < 0f || (target != StrictMath.rint(target) && !Float.isNaN(target))) {
            throw new IllegalArgumentException("a target is " + target
                    + ", but the loss negative-binomial is for counts, 0, 1, 2, …; leave them unscaled, sum instead of"
                    + " averaging where rows are joined and do not interpolate gaps, or use another loss, such as"
                    + " student-t");
        }
    }
}
