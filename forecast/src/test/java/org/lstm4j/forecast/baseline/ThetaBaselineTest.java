package org.lstm4j.forecast.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Theta and Naive2, and what they are made of.
class ThetaBaselineTest {

    private static final double NAN = Double.NaN;
    private static final double[] SEASONAL = {8, 12, 10, 8, 12, 10, 8, 12, 10, 8, 12, 10, 8, 12, 10, 8};

    @Test
    void naive2RepeatsTheLastAdjustedValueInSeason() {
        assertThat(new Naive2Baseline(3).forecast(SEASONAL, 4))
                .containsExactly(new double[]{12, 10, 8, 12}, within(1e-12));
    }

    @Test
    void naive2IsNaiveWhereNoSeasonIsFound() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
        assertThat(new Naive2Baseline(3).forecast(values, 2)).containsExactly(5, 5);
        assertThat(new Naive2Baseline(1).forecast(new double[]{1, 2, NAN}, 2)).containsExactly(2, 2);
    }

    @Test
    void simpleSmoothingFindsTheWeightByWhichValuesWereMade() {
        // level(t) = level(t−1) + 0.3·error, errors +1 and −1 in a fixed irregular order
        double[] values = new double[400];
        double level = 10;
        for (int step = 0; step < values.length; step++) {
            double error = step * step % 7 < 3 ^ step % 5 == 0 ? 1 : -1;
            values[step] = level + error;
            level += 0.3 * error;
        }
        SimpleSmoothing smoothing = SimpleSmoothing.of(values);

        SimpleSmoothing known = SimpleSmoothing.with(values, 0.3);
        assertThat(known.squaredError()).isLessThanOrEqualTo(400 + 1e-9);
        assertThat(smoothing.squaredError()).isLessThanOrEqualTo(known.squaredError());
        assertThat(smoothing.alpha()).isCloseTo(0.3, within(0.1));
        assertThat(known.level()).isCloseTo(level, within(0.1));
    }

    @Test
    void simpleSmoothingOfTwoValuesByHand() {
        // α = ½: errors 4 − l and 8 − (l + (4 − l)/2) = 6 − l/2; least at l = (4 + 3)/1.25 = 5.6
        SimpleSmoothing smoothing = SimpleSmoothing.with(new double[]{4, 8}, 0.5);

        assertThat(smoothing.squaredError()).isCloseTo(1.6 * 1.6 + 3.2 * 3.2, within(1e-12));
        assertThat(smoothing.level()).isCloseTo(6.4, within(1e-12));
    }

    @Test
    void thetaIsTheMeanOfTheLineAndOfWhatIsSmoothed() {
        double[] values = {2, 5, 3, 8, 6, 9, 7, 12};
        StraightLine line = StraightLine.through(values);
        double[] curved = new double[values.length];
        for (int step = 0; step < values.length; step++) {
            curved[step] = 2 * values[step] - line.at(step);
        }
        double level = SimpleSmoothing.of(curved).level();

        assertThat(line.slope()).isCloseTo(97 / 84.0 - 0, within(0.2));
        assertThat(new ThetaBaseline(1).forecast(values, 2)).containsExactly(
                new double[]{(level + line.at(8)) / 2, (level + line.at(9)) / 2}, within(1e-12));
    }

    @Test
    void thetaGrowsByHalfTheSlope() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] forecast = new ThetaBaseline(1).forecast(values, 3);

        assertThat(forecast[0]).isCloseTo(8.5, within(0.01));
        assertThat(forecast[2] - forecast[1]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void thetaIsNotNegativeWhereNothingWas() {
        double[] falling = {8, 7, 6, 5, 4, 3, 2, 1, 0};

        assertThat(new ThetaBaseline(1).forecast(falling, 9)[8]).isZero();
        falling[8] = -1;
        assertThat(new ThetaBaseline(1).forecast(falling, 9)[8]).isLessThan(-3);
    }

    @Test
    void thetaKeepsTheSeason() {
        assertThat(new ThetaBaseline(3).forecast(SEASONAL, 4))
                .containsExactly(new double[]{12, 10, 8, 12}, within(1e-6));
    }

    @Test
    void remarksSayWhatStandsIn() {
        assertThat(new ThetaBaseline(12).remark(2)).hasValue("a history of 2 steps is shorter than the 3 of a straight"
                + " line with a rest, so theta is the naive forecast there");
        assertThat(new ThetaBaseline(12).remark(35))
                .hasValue("a history of 35 steps is shorter than three seasons of 12,"
                        + " so theta works without a season there");
        assertThat(new Naive2Baseline(1).remark(35)).hasValue("no season is known, so naive2 works without one");
        assertThat(new Naive2Baseline(12).remark(36)).isEmpty();
    }

    @Test
    void rejectsASeasonOfNoSteps() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ThetaBaseline(0))
                .withMessage("season must be at least 1 step, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Naive2Baseline(0));
    }
}
