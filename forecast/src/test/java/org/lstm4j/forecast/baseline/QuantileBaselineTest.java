package org.lstm4j.forecast.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantileBaselineTest {

    private static final double NAN = Double.NaN;
    private static final double[] LEVELS = {0.1, 0.5, 0.975};

    @Test
    void naiveWidensWithTheRootOfTheSteps() {
        // changes 2, −2, 2: σ = 2
        double[][] quantiles = new NaiveBaseline().quantiles(new double[]{1, 3, 1, 3, 99}, 4, 4, LEVELS);

        assertThat(quantiles[0][1]).isEqualTo(3);
        assertThat(quantiles[0][2]).isCloseTo(3 + 2 * 1.959964, within(1e-5));
        assertThat(quantiles[3][0]).isCloseTo(3 - 4 * 1.281552, within(1e-5));
    }

    @Test
    void seasonalNaiveWidensSeasonBySeason() {
        // a season apart: 1, 1, −1, 1; σ = 1
        double[] values = {1, 5, 2, 6, 1, 7};
        double[][] quantiles = new SeasonalNaiveBaseline(2).quantiles(values, 6, 5, new double[]{0.975});

        double wide = 1.9599639845400536;
        assertThat(quantiles).hasDimensions(5, 1);
        assertThat(quantiles[0][0]).isCloseTo(1 + wide, within(1e-12));
        assertThat(quantiles[1][0]).isCloseTo(7 + wide, within(1e-12));
        assertThat(quantiles[2][0]).isCloseTo(1 + wide * Math.sqrt(2), within(1e-12));
        assertThat(quantiles[4][0]).isCloseTo(1 + wide * Math.sqrt(3), within(1e-12));
    }

    @Test
    void errorsCountWhereBothValuesWereObserved() {
        double[][] quantiles = new NaiveBaseline()
                .quantiles(new double[]{1, 3, NAN, 9, 11}, 5, 1, new double[]{0.975});

        assertThat(quantiles[0][0]).isCloseTo(11 + 2 * 1.959964, within(1e-5));
    }

    @Test
    void aShortHistoryHasTheQuantilesOfNaive() {
        double[] values = {1, 3, 1};
        assertThat(new SeasonalNaiveBaseline(5).quantiles(values, 3, 2, LEVELS))
                .isDeepEqualTo(new NaiveBaseline().quantiles(values, 3, 2, LEVELS));
    }

    @Test
    void constantsAreCertainAndSingleValuesUnknown() {
        assertThat(new NaiveBaseline().quantiles(new double[]{4, 4, 4}, 3, 1, LEVELS)[0]).containsExactly(4, 4, 4);
        assertThat(new NaiveBaseline().quantiles(new double[]{4}, 1, 1, LEVELS)[0]).containsExactly(NAN, NAN, NAN);
        assertThat(new NaiveBaseline().quantiles(new double[0], 0, 1, LEVELS)[0]).containsExactly(NAN, NAN, NAN);
    }

    @Test
    void rejectsLevelsThatAreNoProbabilities() {
        for (double level : new double[]{0, 1, 95, NAN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new NaiveBaseline().quantiles(new double[]{1, 2}, 2, 1, new double[]{level}))
                    .withMessage("a level is a probability between 0 and 1, such as 0.9, but was " + level);
        }
    }
}
