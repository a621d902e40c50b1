package org.lstm4j.special;

/// The logarithm of the gamma function and its derivative, and the differences of them that likelihoods are made of.
///
/// Stirling's series from 10 on, where its eight terms leave an error below 2e-18; smaller arguments are brought there by
/// Γ(x + 1) = x·Γ(x). Source: DLMF 5.11.1, 5.11.2 and 5.5.1. Everything is for x > 0; anything else gives NaN.
public final class Gamma {

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /// From here on the series serves.
    private static final double LARGE = 10;
    /// B₂ₖ / (2k·(2k − 1)), B being Bernoulli's numbers.
    private static final double[] OF_LOGARITHM = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188,
        -691.0 / 360360, 1.0 / 156, -3617.0 / 122400};
    /// B₂ₖ / 2k.
    private static final double[] OF_DIGAMMA = {1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760,
        1.0 / 12, -3617.0 / 8160};

    private Gamma() {}

    /// ln Γ(x), within 4e-15 of the larger of 1 and its size.
    public static double logarithm(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        double product = 1;
        double shifted = x;
        while (shifted < LARGE) {
            product *= shifted;
            shifted++;
        }
        double stirling = (shifted - 0.5) * StrictMath.log(shifted) - shifted + HALF_LOG_TWO_PI
                + logarithmRest(shifted);
        return stirling - StrictMath.log(product);
    }

    /// ψ(x), the derivative of [#logarithm], within 4e-15 of the larger of 1 and its size.
    public static double digamma(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        double sum = 0;
        double shifted = x;
        while (shifted < LARGE) {
            sum += 1 / shifted;
            shifted++;
        }
        return StrictMath.log(shifted) - 0.5 / shifted - digammaRest(shifted) - sum;
    }

    /// ln(Γ(x + increment) / Γ(x)) for an increment of 0 or more. It keeps its digits where x is large and the two logarithms
    /// agree in nearly all of theirs.
    public static double logRatio(double x, double increment) {
        if (x < LARGE) {
            return logarithm(x + increment) - logarithm(x);
        }
        double sum = x + increment;
        return (x - 0.5) * StrictMath.log1p(increment / x) + increment * StrictMath.log(sum) - increment
                + (logarithmRest(sum) - logarithmRest(x));
    }

    /// ψ(x + increment) − ψ(x) for an increment of 0 or more, with its digits where x is large.
    public static double digammaDifference(double x, double increment) {
        if (x < LARGE) {
            return digamma(x + increment) - digamma(x);
        }
        double sum = x + increment;
        return StrictMath.log1p(increment / x) + 0.5 * (increment / x) / sum - (digammaRest(sum) - digammaRest(x));
    }

    /// Σ B₂ₖ / (2k·(2k − 1)·x²ᵏ⁻¹).
    private static double logarithmRest(double x) {
        return polynomial(OF_LOGARITHM, 1 / (x * x)) / x;
    }

    /// Σ B₂ₖ / (2k·x²ᵏ).
    private static double digammaRest(double x) {
        double square = 1 / (x * x);
        return polynomial(OF_DIGAMMA, square) * square;
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int index = coefficients.length - 1; index >= 0; index--) {
            value = value * x + coefficients[index];
        }
        return value;
    }
}
