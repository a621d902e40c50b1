package org.lstm4j.forecast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /// Errors 1, -2, 0, 3; mean of the actual values 5; their squared deviations 9 + 1 + 1 + 9.
    private static final double[] ACTUAL = {2, 4, 6, 8};
    private static final double[] FORECAST = {1, 6, 6, 5};

    @Test
    void computesEachMeasureByItsFormula() {
        assertThat(Metrics.mse(ACTUAL, FORECAST)).isEqualTo(14 / 4.0, EXACT);
        assertThat(Metrics.mae(ACTUAL, FORECAST)).isEqualTo(6 / 4.0, EXACT);
        assertThat(Metrics.rmse(ACTUAL, FORECAST)).isEqualTo(Math.sqrt(3.5), EXACT);
        assertThat(Metrics.mape(ACTUAL, FORECAST)).isEqualTo(100 * (1 / 2.0 + 2 / 4.0 + 3 / 8.0) / 4, EXACT);
        assertThat(Metrics.smape(ACTUAL, FORECAST)).isEqualTo(200 * (1 / 3.0 + 2 / 10.0 + 3 / 13.0) / 4, EXACT);
        assertThat(Metrics.r2(ACTUAL, FORECAST)).isEqualTo(1 - 14 / 20.0, EXACT);
        assertThat(Metrics.mase(ACTUAL, FORECAST, 0.5)).isEqualTo(3, EXACT);
    }

    @Test
    void leavesMissingActualValuesOut() {
        double[] actual = {2, Double.NaN, 4, 6, 8};
        double[] forecast = {1, 99, 6, 6, 5};

        assertThat(Metrics.mse(actual, forecast)).isEqualTo(Metrics.mse(ACTUAL, FORECAST));
        assertThat(Metrics.mape(actual, forecast)).isEqualTo(Metrics.mape(ACTUAL, FORECAST));
        assertThat(Metrics.smape(actual, forecast)).isEqualTo(Metrics.smape(ACTUAL, FORECAST));
        assertThat(Metrics.r2(actual, forecast)).isEqualTo(Metrics.r2(ACTUAL, FORECAST));
    }

    @Test
    void isUndefinedForAMissingForecastOfAnObservedValue() {
        double[] forecast = {1, Double.NaN, 6, 5};

        assertThat(Metrics.mae(ACTUAL, forecast)).isNaN();
        assertThat(Metrics.smape(ACTUAL, forecast)).isNaN();
        assertThat(Metrics.r2(ACTUAL, forecast)).isNaN();
    }

    @Test
    void isUndefinedWhenNothingWasObserved() {
        double[] nothing = {Double.NaN, Double.NaN};

        assertThat(Metrics.mse(nothing, new double[2])).isNaN();
        assertThat(Metrics.smape(nothing, new double[2])).isNaN();
        assertThat(Metrics.r2(new double[0], new double[0])).isNaN();
    }

    @Test
    void hasNoPercentageErrorOfZero() {
        assertThat(Metrics.mape(new double[]{0, 5}, new double[]{0, 5})).isNaN();
    }

    @Test
    void countsZeroForecastOfZeroAsNoSymmetricError() {
        assertThat(Metrics.smape(new double[]{0, 0, 1}, new double[]{0, 3, 1})).isEqualTo(200 / 3.0, EXACT);
    }

    @Test
    void hasNoR2OfAConstantEvenIfItsMeanIsRounded() {
        // 0.1 + 0.1 + 0.1 is not 0.3 in binary, so a mean by summing would leave a rest
        double[] constant = {0.1, 0.1, 0.1};

        assertThat(Metrics.r2(constant, new double[]{0.1, 0.2, 0.1})).isNaN();
    }

    @Test
    void keepsR2OfLargeLevelsAccurate() {
        double[] actual = {1e9 + 2, 1e9 + 4, 1e9 + 6, 1e9 + 8};
        double[] forecast = {1e9 + 1, 1e9 + 6, 1e9 + 6, 1e9 + 5};

        assertThat(Metrics.r2(actual, forecast)).isEqualTo(0.3, EXACT);
    }

    @Test
    void scalesBySeasonalChangesOfObservedPairs() {
        double[] training = {1, 10, 3, 14, Double.NaN, 15};

        assertThat(Metrics.seasonalNaiveError(training, 2)).isEqualTo((2 + 4 + 1) / 3.0, EXACT);
        assertThat(Metrics.seasonalNaiveError(training, 1)).isEqualTo((9 + 7 + 11) / 3.0, EXACT);
    }

    @Test
    void hasNoScaleWithoutSeasonalPairsAndNoMaseWithoutScale() {
        assertThat(Metrics.seasonalNaiveError(new double[]{1, 2}, 2)).isNaN();
        assertThat(Metrics.mase(ACTUAL, FORECAST, Metrics.seasonalNaiveError(new double[]{7, 7, 7}, 1)))
                .isNaN();
        assertThat(Metrics.mase(ACTUAL, FORECAST, Double.NaN)).isNaN();
    }

    @Test
    void dividesSummedErrorsBySummedActualValues() {
        assertThat(Metrics.nd(ACTUAL, FORECAST)).isEqualTo(6 / 20.0, EXACT);
        assertThat(Metrics.nd(new double[]{-2, Double.NaN}, new double[]{-3, 5})).isEqualTo(1 / 2.0, EXACT);
        assertThat(Metrics.nd(new double[2], new double[]{1, -1})).isNaN();
    }

    @Test
    void scalesSquaredErrorsBySquaredSeasonalChanges() {
        double[] training = {1, 10, 3, 14, Double.NaN, 15};

        assertThat(Metrics.seasonalNaiveSquaredError(training, 2)).isEqualTo((4 + 16 + 1) / 3.0, EXACT);
        assertThat(Metrics.seasonalNaiveSquaredError(training, 1)).isEqualTo((81 + 49 + 121) / 3.0, EXACT);
        assertThat(Metrics.rmsse(ACTUAL, FORECAST, 14)).isEqualTo(0.5, EXACT);
        assertThat(Metrics.rmsse(ACTUAL, FORECAST, 0)).isNaN();
        assertThat(SeriesScale.of(training, 2)).isEqualTo(new SeriesScale(7 / 3.0, 7));
    }

    /// The figures of Smyl's method and of Naive2 for all series of M4, as published: OWA 0.821.
    @Test
    void weighsBothErrorsAgainstNaive2() {
        assertThat(Metrics.owa(11.374, 1.536, 13.564, 1.912)).isEqualTo(0.821, within(5e-4));
        assertThat(Metrics.owa(10, 1, 10, 1)).isEqualTo(1, EXACT);
        assertThat(Metrics.owa(10, 1, 10, 0)).isNaN();
    }

    @Test
    void rejectsASeasonShorterThanAStep() {
        assertThatIllegalArgumentException().isThrownBy(() -> Metrics.seasonalNaiveSquaredError(ACTUAL, 0))
                .withMessage("season must be at least 1 step, but was 0");
    }

    @Test
    void rejectsArraysOfDifferentLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> Metrics.mae(ACTUAL, new double[3]))
                .withMessage("forecast has 3 steps, but there are 4 actual values");
    }
}
