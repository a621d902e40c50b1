package org.lstm4j.kernels;

/// Sigmoid, tanh and exponentials in float32, as fixed sequences of +, −, ×, ÷, fma and bit shifts: the same bytes on every machine.
///
/// All rest on one polynomial. With n = round(t / ln 2) and r = t − n·ln 2, |r| ≤ ln 2 / 2,
///
/// ```
/// e^r − 1 ≈ r + r²·(c2 + c3·r + c4·r² + c5·r³ + c6·r⁴)       relative error below 1.4e-8
/// ```
///
/// whose coefficients minimise the largest relative error over that interval. The errors of the results, over all float32
/// exponents: [#sigmoid] and [#tanh] at most 2.5 ulp, [#exp] at most 1.1 ulp, [#expm1] at most 2 ulp (`ActivationsTest` measures
/// them). NaN gives NaN.
///
/// Vector implementations repeat the operations of sigmoid and tanh one for one; a change here is a change there.
public final class Activations {

    /// Beyond ±87 a sigmoid no longer changes in float32, and 2ⁿ stays a normal number.
    public static final float SIGMOID_LIMIT = 87f;
    /// tanh(x) rounds to ±1 beyond |x| = 9.02; the argument of the exponential, 2x, is cut at 20.
    public static final float TANH_LIMIT = 20f;
    /// Beyond ±104 an exponential is infinite or 0 in float32.
    public static final float EXP_LIMIT = 104f;
    /// Adding 1.5·2²³ rounds to an integer and leaves it in the low bits of the significand.
    public static final float ROUND = 12582912f;
    public static final float LOG2_E = 1.442695f;
    /// ln 2 = LN2_HIGH + LN2_LOW, both negated because they are only ever subtracted.
    public static final float MINUS_LN2_HIGH = -0.6931472f;
    public static final float MINUS_LN2_LOW = 1.9046542e-9f;
    public static final float C2 = 0.49999997f;
    public static final float C3 = 0.16666542f;
    public static final float C4 = 0.041667204f;
    public static final float C5 = 0.008366692f;
    public static final float C6 = 0.0013882489f;
    /// Where the exponent of a float32 begins.
    public static final int EXPONENT_SHIFT = 23;
    /// The bits of 1.0f: exponent 0, biased.
    public static final int ONE_BITS = 0x3f800000;

    private Activations() {}

    /// 1 / (1 + e⁻ˣ), in [0, 1].
    public static float sigmoid(float x) {
        float t = clamp(-x, SIGMOID_LIMIT);
        float rounded = Math.fma(t, LOG2_E, ROUND);
        float n = rounded - ROUND;
        float exponentialOfRest = 1f + expm1OfRest(t, n);
        float exponential = Float.intBitsToFloat(Float.floatToRawIntBits(exponentialOfRest)
                + (Float.floatToRawIntBits(rounded) << EXPONENT_SHIFT));
        return 1f / (1f + exponential);
    }

    /// The hyperbolic tangent, in [−1, 1]: with m = e²ˣ − 1 it is m / (m + 2), which keeps its relative accuracy near 0.
    public static float tanh(float x) {
        float t = clamp(x + x, TANH_LIMIT);
        float rounded = Math.fma(t, LOG2_E, ROUND);
        float n = rounded - ROUND;
        float rest = expm1OfRest(t, n);
        float scale = Float.intBitsToFloat((Float.floatToRawIntBits(rounded) << EXPONENT_SHIFT) + ONE_BITS);
        float expm1 = Math.fma(scale, rest, scale - 1f);
        return expm1 / (expm1 + 2f);
    }

    /// eˣ, in [0, ∞]; infinite from 88.73 on. 2ⁿ goes in by halves, because it may be no normal number where eˣ is one.
    public static float exp(float x) {
        float t = clamp(x, EXP_LIMIT);
        float rounded = Math.fma(t, LOG2_E, ROUND);
        float n = rounded - ROUND;
        float exponentialOfRest = 1f + expm1OfRest(t, n);
        int power = (int) n;
        int half = power >> 1;
        return exponentialOfRest * powerOfTwo(half) * powerOfTwo(power - half);
    }

    /// eˣ − 1, in [−1, ∞], with its relative accuracy near 0.
    public static float expm1(float x) {
        if (x > TANH_LIMIT) {
            return exp(x); // 1 is less than half of its last place
        }
        float t = x < -TANH_LIMIT ? -TANH_LIMIT : x;
        float rounded = Math.fma(t, LOG2_E, ROUND);
        float rest = expm1OfRest(t, rounded - ROUND);
        float scale = Float.intBitsToFloat((Float.floatToRawIntBits(rounded) << EXPONENT_SHIFT) + ONE_BITS);
        return Math.fma(scale, rest, scale - 1f);
    }

    private static float powerOfTwo(int power) {
        return Float.intBitsToFloat((power << EXPONENT_SHIFT) + ONE_BITS);
    }

    /// e^r − 1 for r = t − n·ln 2.
    private static float expm1OfRest(float t, float n) {
        float r = Math.fma(n, MINUS_LN2_LOW, Math.fma(n, MINUS_LN2_HIGH, t));
        float p = Math.fma(C6, r, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, C2);
        return Math.fma(p * r, r, r);
    }

    /// Comparisons, not min and max: they let NaN through and cost a quarter in SIMD.
    private static float clamp(float x, float limit) {
        float notAbove = x > limit ? limit : x;
        return notAbove < -limit ? -limit : notAbove;
    }
}
