package org.lstm4j.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Holds [Activations] to its stated error against double precision, over every exponent of float32.
class ActivationsTest {

    private static final double STATED_ULPS = 2.5;
    private static final double STATED_EXP_ULPS = 1.1;
    private static final double STATED_EXPM1_ULPS = 2;
    private static final int SAMPLES_PER_EXPONENT = 400;

    @FunctionalInterface
    private interface FloatFunction {
        float apply(float x);
    }

    @Test
    void sigmoidStaysWithinItsStatedError() {
        assertThat(worstUlps(Activations::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)))).isLessThanOrEqualTo(STATED_ULPS);
    }

    @Test
    void tanhStaysWithinItsStatedError() {
        assertThat(worstUlps(Activations::tanh, StrictMath::tanh)).isLessThanOrEqualTo(STATED_ULPS);
    }

    @Test
    void exponentialsStayWithinTheirStatedError() {
        assertThat(worstUlps(Activations::exp, StrictMath::exp)).isLessThanOrEqualTo(STATED_EXP_ULPS);
        assertThat(worstUlps(Activations::expm1, StrictMath::expm1)).isLessThanOrEqualTo(STATED_EXPM1_ULPS);
    }

    /// Where the result is no normal number, 0 or infinite, and every way of rounding the exponent counts.
    @Test
    void exponentialsStayWithinTheirStatedErrorOverTheWholeRange() {
        double worst = 0;
        for (float x = -104f; x < 88.7f; x += 1f / 512) {
            double expected = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(Activations.exp(x) - expected) / Math.ulp((float) expected));
        }
        assertThat(worst).isBetween(0.5, STATED_EXP_ULPS);
    }

    @Test
    void exponentialsEndWhereFloatsEnd() {
        assertThat(Activations.exp(0f)).isEqualTo(1f);
        assertThat(Activations.exp(88.72f)).isBetween(3.38e38f, Float.MAX_VALUE);
        assertThat(Activations.exp(88.73f)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Activations.exp(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Activations.exp(-104f)).isEqualTo(0f);
        assertThat(Activations.exp(Float.NEGATIVE_INFINITY)).isEqualTo(0f);
        assertThat(Activations.expm1(Float.NEGATIVE_INFINITY)).isEqualTo(-1f);
        assertThat(Activations.expm1(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Activations.expm1(0f)).isEqualTo(0f);
    }

    @Test
    void saturatesExactly() {
        assertThat(Activations.sigmoid(100f)).isEqualTo(1f);
        assertThat(Activations.sigmoid(Float.POSITIVE_INFINITY)).isEqualTo(1f);
        assertThat(Activations.sigmoid(Float.NEGATIVE_INFINITY)).isBetween(0f, 1.7e-38f);
        assertThat(Activations.tanh(50f)).isEqualTo(1f);
        assertThat(Activations.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1f);
        assertThat(Activations.sigmoid(0f)).isEqualTo(0.5f);
        assertThat(Activations.tanh(0f)).isEqualTo(0f);
    }

    @Test
    void letsNaNThrough() {
        assertThat(Activations.sigmoid(Float.NaN)).isNaN();
        assertThat(Activations.tanh(Float.NaN)).isNaN();
        assertThat(Activations.exp(Float.NaN)).isNaN();
        assertThat(Activations.expm1(Float.NaN)).isNaN();
    }

    /// The largest error in units of the last place of the exact result, over all exponents and both signs. Results below the
    /// smallest normal number are left out: sigmoid is cut there, at x < −87.
    private static double worstUlps(FloatFunction approximation, DoubleUnaryOperator exact) {
        SplittableRandom random = new SplittableRandom(42);
        double worst = 0;
        for (int exponent = 0; exponent < 255; exponent++) {
            for (int sample = 0; sample < SAMPLES_PER_EXPONENT; sample++) {
                int bits = random.nextInt(2) << 31 | exponent << 23 | random.nextInt(1 << 23);
                float x = Float.intBitsToFloat(bits);
                double expected = exact.applyAsDouble(x);
                if (Math.abs(expected) < 2e-38 && Math.abs(x) > 1) {
                    continue;
                }
                if (approximation.apply(x) == (float) expected) { // infinite, it has no ulp
                    continue;
                }
                double ulp = Math.ulp((float) expected);
                worst = Math.max(worst, Math.abs(approximation.apply(x) - expected) / ulp);
            }
        }
        return worst;
    }
}
