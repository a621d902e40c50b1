package org.lstm4j.nn.loss;

/// The quantile (pinball) loss of one level τ: with e = prediction − target, the mean of −τ·e below the target and (1 − τ)·e above.
/// Its minimiser is the τ-quantile: a share τ of the targets lies below it. At an error of 0 the gradient is 0.
///
/// For τ = 0.5 it is half the absolute error. Source: Koenker and Bassett, Regression Quantiles, 1978. For several levels at once:
/// [Quantiles].
///
/// @param level τ, above 0 and below 1
public record Quantile(double level) implements ErrorLoss {

    public Quantile {
        requireLevel(level);
    }

    @Override
    public String name() {
        return "quantile";
    }

    @Override
    public double of(double error) {
        return pinball(level, error);
    }

    @Override
    public float slope(float error) {
        return slope(level, error);
    }

    static double pinball(double level, double error) {
        return error < 0 ? -level * error : (1 - level) * error;
    }

    static float slope(double level, float error) {
        return error < 0f ? (float) -level : error > 0f ? (float) (1 - level) : error; // 0 stays 0 and NaN stays NaN
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "level of a quantile must be above 0 and below 1, but was " + level + "; the median has level 0.5");
        }
    }
}
