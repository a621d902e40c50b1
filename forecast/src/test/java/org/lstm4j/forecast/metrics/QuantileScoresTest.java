package org.lstm4j.forecast.metrics;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class QuantileScoresTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static final double[] ACTUAL = {5, NaN, -3};
    /// Pinball at 0.1: 0.1 · 4 and 0.9 · 1; at 0.5: 0.5 · 2 and 0.5 · 4; at 0.9: 0.1 · 1 and 0.1 · 9.
    private static final QuantileForecast FORECAST = new QuantileForecast(new double[]{0.1, 0.5, 0.9},
            new double[][]{{1, 3, 6}, {0, 0, 0}, {-2, 1, 6}}, new double[]{3, 0, 1});

    @Test
    void weighsMissesAboveAndBelowByTheLevel() {
        assertThat(QuantileScores.pinball(10, 7, 0.9)).isEqualTo(2.7, EXACT);
        assertThat(QuantileScores.pinball(7, 10, 0.9)).isEqualTo(0.3, EXACT);
        assertThat(QuantileScores.pinball(7, 7, 0.9)).isZero();
        assertThat(QuantileScores.pinball(ACTUAL, FORECAST.quantile(0.1), 0.1)).isEqualTo((0.4 + 0.9) / 2, EXACT);
    }

    @Test
    void isHalfTheAbsoluteErrorAtTheMedian() {
        double[] actual = {2, 4, 6, 8};
        double[] forecast = {1, 6, 6, 5};

        assertThat(2 * QuantileScores.pinball(actual, forecast, 0.5)).isEqualTo(Metrics.mae(actual, forecast), EXACT);
    }

    @Test
    void dividesSummedLossesBySummedActualValues() {
        double sums = (0.4 + 0.9) + (1 + 2) + (0.1 + 0.9);

        assertThat(QuantileScores.weightedQuantileLoss(ACTUAL, FORECAST, 0.1, 0.5, 0.9))
                .isEqualTo(2 * sums / 3 / 8, EXACT);
        assertThat(QuantileScores.weightedQuantileLoss(ACTUAL, FORECAST, 0.9)).isEqualTo(2 * 1.0 / 8, EXACT);
        assertThat(QuantileScores.crps(ACTUAL, FORECAST, 0.1, 0.5, 0.9)).isEqualTo(2 * sums / 3 / 2, EXACT);
    }

    @Test
    void isTheNormalisedDeviationWhenAllQuantilesAreThePoint() {
        double[] levels = QuantileScores.deciles();
        double[][] values = new double[2][levels.length];
        Arrays.fill(values[0], 4);
        Arrays.fill(values[1], 9);
        double[] actual = {6, 8};
        double[] point = {4, 9};

        // The levels 0.1 to 0.9 lie evenly around 0.5, so that each miss has the mean weight 1/2
        assertThat(QuantileScores.weightedQuantileLoss(actual, new QuantileForecast(levels, values, point), levels))
                .isEqualTo(Metrics.nd(actual, point), EXACT);
    }

    @Test
    void exceedsTheIntegralByNinePercentForANormalDistribution() {
        Gauss gauss = new Gauss(0, 1);
        QuantileForecast forecast = gauss.forecast(1);
        double sum = 0;
        double weights = 0;
        for (int cell = -600; cell <= 600; cell++) {
            double actual = cell / 100.0;
            double density = StrictMath.exp(-actual * actual / 2);
            sum += density * QuantileScores.crps(new double[]{actual}, forecast, QuantileScores.deciles());
            weights += density;
        }

        double integral = 1 / Math.sqrt(Math.PI);
        assertThat(sum / weights / integral).isEqualTo(1.0942, within(1e-4));
    }

    @Test
    void isUndefinedWithoutActualValues() {
        double[] nothing = {NaN, NaN, NaN};

        assertThat(QuantileScores.pinball(nothing, new double[3], 0.5)).isNaN();
        assertThat(QuantileScores.crps(nothing, FORECAST, 0.5)).isNaN();
        assertThat(QuantileScores.weightedQuantileLoss(nothing, FORECAST, 0.5)).isNaN();
        assertThat(QuantileScores.weightedQuantileLoss(new double[3], FORECAST, 0.5)).isNaN();
        assertThat(QuantileScores.crps(new double[3], FORECAST, 0.5)).isEqualTo((3 + 0 + 1) / 3.0, EXACT);
    }

    @Test
    void isUndefinedForAMissingForecastOfAnObservedValue() {
        assertThat(QuantileScores.pinball(new double[]{1}, new double[]{NaN}, 0.5)).isNaN();
    }

    @Test
    void rejectsMissingLevelsAndLengthsThatDiffer() {
        assertThatIllegalArgumentException().isThrownBy(() -> QuantileScores.crps(ACTUAL, FORECAST))
                .withMessage("a mean over levels needs at least one level, but was given none; "
                        + "QuantileScores.deciles() are usual");
        assertThatIllegalArgumentException().isThrownBy(() -> QuantileScores.crps(ACTUAL, FORECAST, 0.2))
                .withMessageContaining("no quantile of level 0.2");
        assertThatIllegalArgumentException().isThrownBy(() -> QuantileScores.pinball(ACTUAL, new double[2], 0.5));
    }
}
