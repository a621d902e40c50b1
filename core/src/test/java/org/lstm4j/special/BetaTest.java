package org.lstm4j.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTest {

    /// Of mpmath 1.3 with 30 digits and SciPy 1.17.
    @ParameterizedTest
    @CsvSource({"0.3, 2, 3, 0.3483, 1e-15", "0.01, 0.5, 0.5, 0.063768560858519847917, 1e-15",
        "0.9, 20, 0.5, 0.041327483918087261658, 1e-14", "0.5, 1000, 1010, 0.58826982754372752527, 1e-12",
        "0.999, 50, 0.001, 0.0024746654604684962, 1e-14", "0.2, 0.001, 4, 0.99968102278663457783, 1e-15",
        "0.3, 300000, 700000, 0.500116075141576076, 1e-9", "0.2995, 300000, 700000, 0.137604521743735, 1e-9"})
    void knownValues(double x, double a, double b, double expected, double tolerance) {
        assertThat(Beta.regularized(x, 1 - x, a, b)).isCloseTo(expected, within(tolerance));
    }

    /// I(a, b) at x and I(b, a) at 1 − x are the two sides of one number.
    @Test
    void bothSidesMakeOne() {
        for (double a = 0.3; a < 200; a *= 2.7) {
            for (double b = 0.4; b < 200; b *= 3.1) {
                for (double x = 0.01; x < 1; x += 0.07) {
                    double both = Beta.regularized(x, 1 - x, a, b) + Beta.regularized(1 - x, x, b, a);
                    assertThat(both).isCloseTo(1, within(1e-13));
                }
            }
        }
    }

    /// P(at least k of n succeed) = I(k, n − k + 1) at the chance of a success.
    @Test
    void isTheTailOfTheBinomialDistribution() {
        double tail = 0.3 * 0.3 * 0.3 * 0.3 + 4 * 0.3 * 0.3 * 0.3 * 0.7; // 3 or 4 of 4
        assertThat(Beta.regularized(0.3, 0.7, 3, 2)).isCloseTo(tail, within(1e-15));
    }

    @Test
    void endsAreZeroAndOne() {
        assertThat(Beta.regularized(0, 1, 2, 3)).isZero();
        assertThat(Beta.regularized(1, 0, 2, 3)).isOne();
    }
}
