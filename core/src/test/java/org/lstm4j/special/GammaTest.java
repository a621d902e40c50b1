package org.lstm4j.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reference values of mpmath 1.3 with 40 digits.
class GammaTest {

    private static final double ROUNDINGS = 4e-15;

    @ParameterizedTest
    @CsvSource({"1e-12, 27.631021115927970993", "0.1, 2.2527126517342059599", "0.5, 0.57236494292470008707",
        "1.5, -0.12078223763524522235", "3, 0.69314718055994530942", "9.75, 12.242204940050762559",
        "10.25, 13.368023671476046295", "1234.5, 7550.5509010778948957", "1e12, 26631021115915.651636"})
    void logarithmOfMpmath(double x, double expected) {
        assertThat(Gamma.logarithm(x)).isCloseTo(expected, within(ROUNDINGS * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest
    @CsvSource({"1e-12, -1000000000000.5772157", "0.1, -10.423754940411076795", "0.5, -1.9635100260214234794",
        "1.5, 0.036489973978576520559", "3, 0.92278433509846713939", "9.75, 2.225109535044576012",
        "10.25, 2.2777047906867239693", "1234.5, 7.1180162318279978433", "1e12, 27.631021115928048208"})
    void digammaOfMpmath(double x, double expected) {
        assertThat(Gamma.digamma(x)).isCloseTo(expected, within(ROUNDINGS * Math.max(1, Math.abs(expected))));
    }

    /// ln Γ(1e12 + ½) − ln Γ(1e12) would have two digits left of a difference of logarithms.
    @ParameterizedTest
    @CsvSource({"0.25, 0.5, -1.0847415732667820859, 3.1415926535897932385",
        "5, 7, 14.32425401552594022, 0.93654401154401154401",
        "25, 0.5, 1.6044382456076275544, 0.020199960031945758017",
        "1e6, 3, 41.446534673890322315, 2.999997000004999991e-6",
        "1e12, 0.5, 13.815510557964149104, 5.00000000000125e-13",
        "1e9, 1e9, 21109560197.719728185, 0.69314718080994530948"})
    void differencesOfLargeArgumentsKeepTheirDigits(double x, double increment, double ratio, double difference) {
        assertThat(Gamma.logRatio(x, increment)).isCloseTo(ratio, within(1e-14 * Math.max(1, Math.abs(ratio))));
        assertThat(Gamma.digammaDifference(x, increment)).isCloseTo(difference, within(1e-14 * Math.abs(difference)));
    }

    @Test
    void logarithmIsThatOfFactorials() {
        double factorial = 1;
        for (int n = 1; n <= 20; n++) {
            factorial *= n;
            double expected = StrictMath.log(factorial);
            assertThat(Gamma.logarithm(n + 1)).isCloseTo(expected, within(ROUNDINGS * Math.max(1, expected)));
        }
    }

    /// Where the series takes over from the recurrence nothing jumps.
    @Test
    void digammaIsTheSlopeOfTheLogarithm() {
        for (double x = 0.3; x < 30; x += 0.37) {
            double slope = (Gamma.logarithm(x + 1e-5) - Gamma.logarithm(x - 1e-5)) / 2e-5;
            assertThat(Gamma.digamma(x)).isCloseTo(slope, within(1e-8 * Math.max(1, Math.abs(slope))));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, Double.NaN, Double.NEGATIVE_INFINITY})
    void isOfNumbersAboveZero(double x) {
        assertThat(Gamma.logarithm(x)).isNaN();
        assertThat(Gamma.digamma(x)).isNaN();
    }
}
