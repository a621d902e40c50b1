package org.lstm4j.forecast.metrics;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantileForecastTest {

    private static final double[] LEVELS = {0.1, 0.5, 0.9};
    private static final double[][] VALUES = {{1, 2, 4}, {NaN, NaN, NaN}};
    private static final double[] POINT = {2.5, NaN};

    @Test
    void pairsTheLevelsAroundAnInterval() {
        PredictionInterval interval = new QuantileForecast(LEVELS, VALUES, POINT).interval(0.8);

        assertThat(interval.probability()).isEqualTo(0.8);
        assertThat(interval.lower()).containsExactly(1, NaN);
        assertThat(interval.upper()).containsExactly(4, NaN);
    }

    @Test
    void findsLevelsThatAreRoundedInBinary() {
        // (1 - 0.95) / 2 is 0.025000000000000022
        double[] levels = {0.025, 0.3, 0.1 + 0.2 + 0.4, 0.975};
        QuantileForecast forecast = new QuantileForecast(levels, new double[][]{{1, 2, 3, 4}}, new double[1]);

        assertThat(forecast.interval(0.95).lower()).containsExactly(1);
        assertThat(forecast.interval(0.4).upper()).containsExactly(3);
        assertThat(forecast.quantile(0.7)).containsExactly(3);
        assertThat(forecast.indexOf(0.71)).isEqualTo(-1);
    }

    /// 0.2·0 below the first level, 0.3·(0 + 1)/2 and 0.3·(1 + 6)/2 between levels, 0.2·6 above the last.
    @Test
    void theMeanIsThatOfQuantilesWhichRiseEvenlyBetweenLevels() {
        QuantileForecast forecast = new QuantileForecast(new double[]{0.2, 0.5, 0.8},
                new double[][]{{0, 1, 6}, {-1, 0, 1}, {4, 4, 4}}, new double[]{1, 0, 4});

        assertThat(forecast.mean()).containsExactly(new double[]{0.15 + 1.05 + 1.2, 0, 4}, within(1e-12));
        assertThat(new QuantileForecast(new double[]{0.5}, new double[][]{{7}}, new double[]{0}).mean())
                .containsExactly(7);
    }

    @Test
    void keepsItsOwnCopies() {
        double[] levels = LEVELS.clone();
        double[][] values = {{1, 2, 3}};
        double[] point = {2};
        QuantileForecast forecast = new QuantileForecast(levels, values, point);
        levels[0] = 9;
        values[0][0] = 9;
        point[0] = 9;

        assertThat(forecast.levels()).containsExactly(LEVELS);
        assertThat(forecast.values()[0]).containsExactly(1, 2, 3);
        assertThat(forecast.point()).containsExactly(2);
    }

    @Test
    void saysWhichLevelsAnIntervalNeeds() {
        QuantileForecast forecast = new QuantileForecast(LEVELS, VALUES, POINT);

        assertThatIllegalArgumentException().isThrownBy(() -> forecast.interval(0.95))
                .withMessage("an interval of probability 0.95 needs the levels 0.025 and 0.975, but the forecast has "
                        + "[0.1, 0.5, 0.9]; have both levels forecast, or ask for another interval");
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.interval(1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.interval(0.0)); // though it has the median
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.quantile(0.2))
                .withMessage("the forecast has no quantile of level 0.2, only of [0.1, 0.5, 0.9]; have that level "
                        + "forecast too, or ask for one of these");
    }

    @Test
    void rejectsLevelsOutOfOrderOrRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> ofLevels(0.5, 0.1))
                .withMessage("quantile levels must rise and lie between 0 and 1, but were [0.5, 0.1]; sort them and "
                        + "leave out what is there twice");
        assertThatIllegalArgumentException().isThrownBy(() -> ofLevels(0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ofLevels(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ofLevels(0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ofLevels(0.5, NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ofLevels())
                .withMessage("a quantile forecast needs at least one level, but had none");
    }

    @Test
    void rejectsQuantilesThatCrossOrAreIncomplete() {
        assertThatIllegalArgumentException().isThrownBy(() -> ofValues(new double[]{1, 3, 2}))
                .withMessage("quantiles of horizon step 1 fall from 3.0 at level 0.5 to 2.0 at level 0.9; sort the "
                        + "quantiles of each step");
        assertThatIllegalArgumentException().isThrownBy(() -> ofValues(new double[]{1, NaN, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> ofValues(new double[]{NaN, 1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> ofValues(new double[]{1, 2}))
                .withMessage("horizon step 1 has 2 quantiles, but there are 3 levels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuantileForecast(LEVELS, VALUES, new double[3]))
                .withMessage("quantiles of 2 steps beside a point forecast of 3 steps; both need the same horizon, of "
                        + "at least 1 step");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuantileForecast(LEVELS, new double[0][], new double[0]));
    }

    @Test
    void rejectsAnIntervalThatIsUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PredictionInterval(0.8, new double[]{0, 2}, new double[]{1, 1}))
                .withMessage("interval of horizon step 2 begins at 2.0, above its end 1.0; swap the two bounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PredictionInterval(80, new double[1], new double[1]))
                .withMessage("probability of an interval must lie between 0 and 1, but was 80.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PredictionInterval(0.8, new double[2], new double[1]))
                .withMessage("interval has 2 lower bounds, but 1 upper bounds");
    }

    private static QuantileForecast ofLevels(double... levels) {
        return new QuantileForecast(levels, new double[][]{new double[levels.length]}, new double[1]);
    }

    private static QuantileForecast ofValues(double[] values) {
        return new QuantileForecast(LEVELS, new double[][]{values}, new double[1]);
    }
}
