package org.lstm4j.special;

/// The regularised incomplete beta function Iₓ(a, b), of which Student's t and the negative binomial distribution are made.
///
/// The continued fraction DLMF 8.17.22, evaluated from the front as Lentz does (1976), on that side of the mean where it
/// converges fast: in some √max(a, b) terms. Its relative error is some 1e-16·(100 + a + b): what the logarithm of the factor
/// before the fraction loses.
public final class Beta {

    private static final double SMALLEST = 1e-300;
    private static final double CONVERGED = 1e-16;
    private static final int MOST_TERMS = 1_000_000;

    private Beta() {}

    /// Iₓ(a, b): the probability that a beta distributed number is at most x.
    ///
    /// @param complement 1 − x, which the caller often knows to more digits than the difference has
    /// @param a above 0
    /// @param b above 0
    public static double regularized(double x, double complement, double a, double b) {
        if (x <= 0 || complement <= 0) {
            return x <= 0 ? 0 : 1;
        }
        double factor = StrictMath.exp(a * log(x, complement) + b * log(complement, x) - logarithm(a, b));
        if (x * (a + b + 2) <= a + 1) {
            return factor / (a * fraction(x, a, b));
        }
        return 1 - factor / (b * fraction(complement, b, a));
    }

    /// ln B(a, b) = ln(Γ(a)·Γ(b) / Γ(a + b)).
    public static double logarithm(double a, double b) {
        double smaller = Math.min(a, b);
        return Gamma.logarithm(smaller) - Gamma.logRatio(Math.max(a, b), smaller);
    }

    /// ln x, with the digits of the complement where x is near 1.
    private static double log(double x, double complement) {
        return x > 0.5 ? StrictMath.log1p(-complement) : StrictMath.log(x);
    }

    /// 1 + d₁/(1 + d₂/(1 + …)) with d₂ₘ = m(b−m)x / ((a+2m−1)(a+2m)) and d₂ₘ₊₁ = −(a+m)(a+b+m)x / ((a+2m)(a+2m+1)).
    private static double fraction(double x, double a, double b) {
        double value = 1;
        double above = 1;
        double below = 0;
        for (int term = 1; term <= MOST_TERMS; term++) {
            double numerator = numerator(term, x, a, b);
            below = 1 / awayFromZero(1 + numerator * below);
            above = awayFromZero(1 + numerator / above);
            double change = above * below;
            value *= change;
            if (Math.abs(change - 1) <= CONVERGED) {
                break;
            }
        }
        return value;
    }

    private static double numerator(int term, double x, double a, double b) {
        int m = term / 2;
        double last = (a + term) * (a + (term - 1));
        return term % 2 == 0 ? m * (b - m) * x / last : -(a + m) * (a + b + m) * x / last;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < SMALLEST ? SMALLEST : value;
    }
}
