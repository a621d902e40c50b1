package org.lstm4j.interop.onnx;

import org.lstm4j.special.StudentT;

/// Quantiles of Student's t distribution as a function of its degrees of freedom ν ≥ 2, which ONNX has no operator for: for each level a sum
/// of Chebyshev polynomials in 2/ν, which is from 0 to 1, by Clenshaw's recurrence.
///
/// ```
/// t(ν) = Σ c_k·T_k(u)        u = 4/ν − 1        b_k = 2u·b_(k+1) − b_(k+2) + c_k        t = u·b_1 − b_2 + c_0
/// ```
///
/// The coefficients are those of the interpolation at the polynomial's nodes. With 24 of them the error is below 1e-9 for levels from 0.01 to
/// 0.99.
///
/// Source: Clenshaw, A note on the summation of Chebyshev series, 1955.
final class StudentTQuantiles {

    private static final int TERMS = 24;

    private final Arithmetic arithmetic;
    private final double[] levels;

    /// @param levels of the quantiles, not copied
    StudentTQuantiles(Arithmetic arithmetic, double[] levels) {
        this.arithmetic = arithmetic;
        this.levels = levels;
    }

    /// @param degrees [batch, horizon, targets, 1] float64
    /// @return [batch, horizon, targets, levels] float64
    String of(String degrees) {
        double[][] coefficients = coefficients(levels);
        String u = arithmetic.minus(arithmetic.over(arithmetic.number("four", 4), degrees),
                arithmetic.number("one", 1));
        String twice = arithmetic.plus(u, u);
        String next = coefficient(coefficients, TERMS - 1);
        String afterNext = arithmetic.number("nothing", 0);
        for (int k = TERMS - 2; k > 0; k--) {
            String one = step(twice, next, afterNext, coefficient(coefficients, k));
            afterNext = next;
            next = one;
        }
        return step(u, next, afterNext, coefficient(coefficients, 0));
    }

    private String step(String factor, String next, String afterNext, String coefficient) {
        return arithmetic.plus(arithmetic.minus(arithmetic.times(factor, next), afterNext), coefficient);
    }

    private String coefficient(double[][] coefficients, int k) {
        return arithmetic.graph().doubles("coefficient", coefficients[k], levels.length);
    }

    /// `[terms][levels]`
    private static double[][] coefficients(double[] levels) {
        double[][] coefficients = new double[TERMS][levels.length];
        for (int node = 0; node < TERMS; node++) {
            double angle = Math.PI * (node + 0.5) / TERMS;
            double degrees = 4 / (1 + StrictMath.cos(angle));
            for (int level = 0; level < levels.length; level++) {
                double quantile = StudentT.quantile(levels[level], degrees);
                for (int k = 0; k < TERMS; k++) {
                    coefficients[k][level] += (k == 0 ? 1.0 : 2.0) / TERMS * StrictMath.cos(k * angle) * quantile;
                }
            }
        }
        return coefficients;
    }
}
