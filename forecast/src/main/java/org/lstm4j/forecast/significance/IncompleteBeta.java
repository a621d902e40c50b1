package org.lstm4j.forecast.significance;

/// The regularised incomplete beta function Iₓ(a, b), to about 12 digits.
///
/// Computed as a continued fraction (Abramowitz and Stegun 26.5.8) with the method of Lentz (1976); where that is slow,
/// through Iₓ(a, b) = 1 − I₁₋ₓ(b, a).
final class IncompleteBeta {

    private static final int MOST_TERMS = 10_000;
    private static final double ENOUGH = 1e-15;
    /// Stands for 0 in a denominator.
    private static final double TINY = 1e-300;
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    private IncompleteBeta() {}

    /// @param x from 0 to 1
    /// @param a above 0
    /// @param b above 0
    static double regularized(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        return x < (a + 1) / (a + b + 2) ? byFraction(x, a, b) : 1 - byFraction(1 - x, b, a);
    }

    private static double byFraction(double x, double a, double b) {
        double logFront = a * StrictMath.log(x) + b * StrictMath.log1p(-x) - logBeta(a, b);
        return StrictMath.exp(logFront) / a / fraction(x, a, b);
    }

    /// 1 + d₁/(1 + d₂/(1 + …)), from the front: the value is a product of ratios of successive convergents.
    private static double fraction(double x, double a, double b) {
        double value = 1;
        double numerators = 1;
        double denominators = 0;
        for (int term = 1; term <= MOST_TERMS; term++) {
            double d = coefficient(term, x, a, b);
            denominators = 1 / notZero(1 + d * denominators);
            numerators = notZero(1 + d / numerators);
            double ratio = numerators * denominators;
            value *= ratio;
            if (Math.abs(ratio - 1) < ENOUGH) {
                break;
            }
        }
        return value;
    }

    private static double coefficient(int term, double x, double a, double b) {
        int m = term / 2;
        return term % 2 == 0
                ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    /// ln Γ(x) for x above 0, by Stirling's series (Abramowitz and Stegun 6.1.41) from 10 on, and Γ(x) = Γ(x + 1) / x
    /// below.
    static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 10) {
            shift += StrictMath.log(z);
            z++;
        }
        double inverse = 1 / (z * z);
        double series = (1 / 12.0
                - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse * (1 / 1680.0 - inverse / 1188))))
                / z;
        return (z - 0.5) * StrictMath.log(z) - z + HALF_LOG_TWO_PI + series - shift;
    }
}
