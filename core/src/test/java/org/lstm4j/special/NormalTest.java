package org.lstm4j.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reference values of mpmath 1.3 with 40 digits.
class NormalTest {

    @ParameterizedTest
    @CsvSource({"-37, 5.7255712225245768227e-300", "-10, 7.619853024160526066e-24", "-5, 2.8665157187919391167e-7",
        "-3, 0.0013498980316300945267", "-2.5, 0.006209665325776135167", "-1, 0.15865525393145705141",
        "-0.1, 0.46017216272297101633", "0, 0.5", "0.5, 0.69146246127401310364", "2, 0.9772498680518207928",
        "4, 0.99996832875816688008"})
    void cumulativeOfMpmath(double z, double expected) {
        assertThat(Normal.cumulative(z)).isCloseTo(expected, within(Math.min(1e-15, 1e-12 * expected)));
    }

    @ParameterizedTest
    @CsvSource({"1e-300, -37.047096299361199237", "1e-10, -6.3613409024040562047", "0.001, -3.0902323061678135415",
        "0.025, -1.9599639845400542355", "0.1, -1.281551565544600467", "0.4, -0.2533471031357997988", "0.5, 0",
        "0.975, 1.9599639845400542355"})
    void quantileOfMpmath(double level, double expected) {
        assertThat(Normal.quantile(level)).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void quantileUndoesCumulative() {
        for (double z = -8; z < 5; z += 0.0371) {
            double undone = Normal.quantile(Normal.cumulative(z));
            double digits = 1e-15 / Normal.density(z); // as many as a probability near 1 has
            assertThat(undone).isCloseTo(z, within(1e-13 * Math.max(1, Math.abs(z)) + (z > 0 ? digits : 0)));
        }
    }

    @Test
    void endsAndNoNumbers() {
        assertThat(Normal.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cumulative(Double.POSITIVE_INFINITY)).isOne();
        assertThat(Normal.cumulative(Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void refusesLevelsThatAreNone(double level) {
        assertThatThrownBy(() -> Normal.quantile(level)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the level of a quantile must be above 0 and below 1, but was " + level
                        + "; the median has level 0.5");
    }
}
