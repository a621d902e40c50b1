package org.lstm4j.forecast.metrics;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class IntervalScoresTest {

    private static final Offset<Double> EXACT = within(1e-9);

    /// Inside, on the bound, 1 below, missing, 2 above.
    private static final double[] ACTUAL = {5, 4, 3, NaN, 12};
    private static final PredictionInterval INTERVAL = new PredictionInterval(0.95, new double[]{4, 4, 4, 4, 4},
            new double[]{6, 8, 6, 99, 10});

    @Test
    void countsActualValuesBetweenTheBoundsAndOnThem() {
        assertThat(IntervalScores.coverage(ACTUAL, INTERVAL)).isEqualTo(2 / 4.0);
    }

    @Test
    void averagesTheWidthWhereSomethingWasObserved() {
        assertThat(IntervalScores.meanWidth(ACTUAL, INTERVAL)).isEqualTo((2 + 4 + 2 + 6) / 4.0, EXACT);
    }

    @Test
    void addsFortyTimesTheDistanceOfWhatLiesOutsideTheNinetyFivePercent() {
        assertThat(IntervalScores.intervalScore(ACTUAL, INTERVAL)).isEqualTo((14 + 40 * (1 + 2)) / 4.0, EXACT);
        assertThat(IntervalScores.msis(ACTUAL, INTERVAL, 4)).isEqualTo((14 + 40 * 3) / 16.0, EXACT);
    }

    @Test
    void addsTenTimesTheDistanceOfWhatLiesOutsideTheEightyPercent() {
        PredictionInterval eighty = new PredictionInterval(0.8, INTERVAL.lower(), INTERVAL.upper());

        assertThat(IntervalScores.intervalScore(ACTUAL, eighty)).isEqualTo((14 + 10 * (1 + 2)) / 4.0, EXACT);
    }

    @Test
    void isTwiceThePinballLossesOfItsBoundsOverTheMissProbability() {
        double both = QuantileScores.pinball(ACTUAL, INTERVAL.lower(), 0.025)
                + QuantileScores.pinball(ACTUAL, INTERVAL.upper(), 0.975);

        assertThat(IntervalScores.intervalScore(ACTUAL, INTERVAL)).isEqualTo(2 / 0.05 * both, EXACT);
    }

    @Test
    void isUndefinedWithoutActualValuesWithoutScaleAndWithoutBounds() {
        PredictionInterval unknown = new PredictionInterval(0.95, new double[]{NaN}, new double[]{NaN});

        assertThat(IntervalScores.coverage(new double[]{NaN}, unknown)).isNaN();
        assertThat(IntervalScores.coverage(new double[]{1}, unknown)).isNaN();
        assertThat(IntervalScores.meanWidth(new double[]{1}, unknown)).isNaN();
        assertThat(IntervalScores.intervalScore(new double[]{1}, unknown)).isNaN();
        assertThat(IntervalScores.msis(ACTUAL, INTERVAL, 0)).isNaN();
        assertThat(IntervalScores.msis(ACTUAL, INTERVAL, NaN)).isNaN();
    }

    @Test
    void rejectsAnotherHorizon() {
        assertThatIllegalArgumentException().isThrownBy(() -> IntervalScores.coverage(new double[4], INTERVAL))
                .withMessage("forecast has 5 steps, but there are 4 actual values");
    }
}
