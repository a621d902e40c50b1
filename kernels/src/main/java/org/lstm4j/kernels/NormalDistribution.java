package org.lstm4j.kernels;

/// The standard normal distribution in double, the same bytes on every machine: what a gelu is made of.
///
/// With z = |x|/√2 and t = 1 / (1 + 0.4·z), the tail is
///
/// ```
/// Φ(−|x|) = erfc(z) / 2 ≈ t·p(t)·e^(−z²) / 2       relative error below 3e-9, twenty times less than float32 can show
/// ```
///
/// where p has degree 10 and coefficients that minimise the largest relative error for z up to 12; beyond, at |x| > 17, the tail
/// is below the smallest float32.
public final class NormalDistribution {

    private static final double HALF_ROOT = 0.7071067811865476; // √½
    private static final double INVERSE_ROOT_OF_TWO_PI = 0.3989422804014327; // 1/√(2π)
    private static final double T = 0.4;
    private static final double P0 = 0.225681251145;
    private static final double P1 = 0.225538602468;
    private static final double P2 = 0.20910377329;
    private static final double P3 = 0.162614678849;
    private static final double P4 = 0.15396329562;
    private static final double P5 = -0.00382552034876;
    private static final double P6 = 0.0996894639298;
    private static final double P7 = -0.023887471274;
    private static final double P8 = -0.122977983941;
    private static final double P9 = 0.095468181045;
    private static final double P10 = -0.0213682732654;

    private NormalDistribution() {}

    /// Φ(x), the share of a standard normal below x, in [0, 1]; NaN gives NaN.
    public static double cumulative(double x) {
        double tail = tail(Math.abs(x));
        return x < 0 ? tail : 1 - tail;
    }

    /// φ(x) = e^(−x²/2) / √(2π); NaN gives NaN.
    public static double density(double x) {
        return INVERSE_ROOT_OF_TWO_PI * StrictMath.exp(-0.5 * x * x);
    }

    /// Φ(−x) for x ≥ 0.
    private static double tail(double x) {
        double t = 1 / (1 + T * HALF_ROOT * x);
        double p = Math.fma(P10, t, P9);
        p = Math.fma(p, t, P8);
        p = Math.fma(p, t, P7);
        p = Math.fma(p, t, P6);
        p = Math.fma(p, t, P5);
        p = Math.fma(p, t, P4);
        p = Math.fma(p, t, P3);
        p = Math.fma(p, t, P2);
        p = Math.fma(p, t, P1);
        p = Math.fma(p, t, P0);
        return 0.5 * t * p * StrictMath.exp(-0.5 * x * x);
    }
}
