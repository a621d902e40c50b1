package org.lstm4j.forecast.metrics;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class IntervalAccumulatorTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final SeriesScale UNIT = new SeriesScale(1, 1);

    @Test
    void agreesWithTheOneWindowFunctions() {
        double[] actual = {3, -9, NaN, 10.5};
        QuantileForecast forecast = new Gauss(2, 4).forecast(4);
        IntervalAccumulator windows = new IntervalAccumulator(4);
        windows.add("a", new SeriesScale(5, 7), actual, forecast);

        PredictionInterval eighty = forecast.interval(0.8);
        PredictionInterval ninetyFive = forecast.interval(0.95);
        IntervalMetrics metrics = windows.overall();
        assertThat(metrics.coverage80()).isEqualTo(IntervalScores.coverage(actual, eighty)).isEqualTo(1 / 3.0);
        assertThat(metrics.coverage95()).isEqualTo(IntervalScores.coverage(actual, ninetyFive)).isEqualTo(1 / 3.0);
        assertThat(metrics.width80()).isEqualTo(IntervalScores.meanWidth(actual, eighty), EXACT);
        assertThat(metrics.width95()).isEqualTo(IntervalScores.meanWidth(actual, ninetyFive), EXACT);
        assertThat(metrics.msis()).isEqualTo(IntervalScores.msis(actual, ninetyFive, 5), EXACT);
        double[] deciles = QuantileScores.deciles();
        assertThat(metrics.crps()).isEqualTo(QuantileScores.crps(actual, forecast, deciles), EXACT);
        assertThat(metrics.wql()).isEqualTo(QuantileScores.weightedQuantileLoss(actual, forecast, deciles), EXACT);
        assertThat(metrics.nd()).isEqualTo((1 + 11 + 8.5) / (3 + 9 + 10.5), EXACT);
        assertThat(metrics.rmsse()).isEqualTo(Math.sqrt((1 + 121 + 72.25) / 3 / 7), EXACT);
    }

    @Test
    void dividesPooledLossesByPooledValues() {
        IntervalAccumulator windows = new IntervalAccumulator(1);
        windows.add("small", UNIT, new double[]{1}, new Gauss(2, 1e-9).forecast(1));
        windows.add("large", UNIT, new double[]{99}, new Gauss(100, 1e-9).forecast(1));

        // A mean of the two windows' ratios would be (1 + 1/99) / 2
        assertThat(windows.overall().wql()).isEqualTo(2 / 100.0, within(1e-8));
        assertThat(windows.overall().nd()).isEqualTo(2 / 100.0, EXACT);
    }

    @Test
    void averagesScaledMeasuresOverSeriesNotOverWindows() {
        IntervalAccumulator windows = new IntervalAccumulator(1);
        double z95 = 1.959963984540054;
        for (int window = 0; window < 3; window++) {
            windows.add("often", new SeriesScale(2, 4), new double[]{1}, new Gauss(0, 1).forecast(1));
        }
        windows.add("once", new SeriesScale(10, 100), new double[]{0}, new Gauss(5, 10).forecast(1));

        assertThat(windows.overall().msis()).isEqualTo((2 * z95 / 2 + 20 * z95 / 10) / 2, EXACT);
        assertThat(windows.overall().rmsse()).isEqualTo((1 / 2.0 + 5 / 10.0) / 2, EXACT);
        assertThat(windows.overall().width95()).isEqualTo((3 * 2 * z95 + 20 * z95) / 4, EXACT);
    }

    @Test
    void coversWhatGaussianDataPromise() {
        IntervalAccumulator windows = new IntervalAccumulator(4);
        RandomStream random = new RandomStreams(11).stream("actual");
        for (int window = 0; window < 2500; window++) {
            double[] actual = new double[4];
            for (int step = 0; step < 4; step++) {
                actual[step] = 50 + 3 * random.nextGaussian();
            }
            windows.add("s" + window % 5, UNIT, actual, new Gauss(50, 3).forecast(4));
        }
        IntervalMetrics metrics = windows.overall();

        // Four standard deviations of a binomial share of 10,000 points, and of 2,500 for each step
        assertThat(metrics.coverage80()).isEqualTo(0.8, within(4 * Math.sqrt(0.8 * 0.2 / 10_000)));
        assertThat(metrics.coverage95()).isEqualTo(0.95, within(4 * Math.sqrt(0.95 * 0.05 / 10_000)));
        assertThat(windows.byStep()).allSatisfy(step -> {
            assertThat(step.points()).isEqualTo(2500);
            assertThat(step.coverage80()).isEqualTo(0.8, within(4 * Math.sqrt(0.8 * 0.2 / 2500)));
        });
        assertThat(metrics.crps()).isEqualTo(3 * 0.61732, within(0.05));
    }

    @Test
    void showsStepsAndSeriesThatFailBehindAGoodMean() {
        IntervalAccumulator windows = new IntervalAccumulator(2);
        QuantileForecast forecast = new Gauss(0, 1).forecast(2);
        windows.add("good", UNIT, new double[]{0, NaN}, forecast);
        windows.add("bad", UNIT, new double[]{0, 1.5}, forecast);
        windows.add("bad", UNIT, new double[]{9, 9}, forecast);
        windows.add("unseen", UNIT, new double[]{NaN, NaN}, forecast);
        double width80 = 2 * 1.2815515655446004;
        double width95 = 2 * 1.959963984540054;

        assertThat(windows.byStep()).containsExactly(new IntervalCoverage(3, 2 / 3.0, 2 / 3.0, width80, width95),
                new IntervalCoverage(2, 0, 0.5, width80, width95));
        assertThat(windows.bySeries()).containsExactly(
                new SeriesCoverage("good", new IntervalCoverage(1, 1, 1, width80, width95)),
                new SeriesCoverage("bad", new IntervalCoverage(4, 0.25, 0.5, width80, width95)),
                new SeriesCoverage("unseen", new IntervalCoverage(0, NaN, NaN, NaN, NaN)));
        assertThat(windows.points()).isEqualTo(5);
        assertThat(windows.series()).isEqualTo(3);
    }

    @Test
    void leavesSeriesWithoutScaleOutOfScaledMeasuresAndNamesThem() {
        IntervalAccumulator windows = new IntervalAccumulator(1);
        windows.add("flat", SeriesScale.of(new double[]{7, 7, 7}, 1), new double[]{1}, new Gauss(2, 1).forecast(1));
        windows.add("good", new SeriesScale(4, 16), new double[]{0}, new Gauss(2, 1).forecast(1));
        windows.add("short", SeriesScale.of(new double[]{7}, 1), new double[]{1}, new Gauss(2, 1).forecast(1));

        assertThat(windows.seriesWithoutScale()).containsExactly("flat", "short");
        assertThat(windows.overall().rmsse()).isEqualTo(0.5, EXACT);
        assertThat(windows.overall().nd()).isEqualTo(2.0, EXACT);
    }

    @Test
    void hasNoRelativeMeasureOfZeros() {
        IntervalAccumulator windows = new IntervalAccumulator(1);
        windows.add("a", UNIT, new double[]{0}, new Gauss(1, 1).forecast(1));

        assertThat(windows.overall().wql()).isNaN();
        assertThat(windows.overall().nd()).isNaN();
        assertThat(windows.overall().crps()).isPositive();
    }

    @Test
    void isUndefinedWhereAForecastThatCountsIsMissing() {
        double[][] values = new double[2][11];
        Arrays.fill(values[0], NaN);
        QuantileForecast forecast = new QuantileForecast(IntervalAccumulator.levels(), values, new double[2]);
        IntervalAccumulator windows = new IntervalAccumulator(2);
        windows.add("a", UNIT, new double[]{1, 1}, forecast);

        assertThat(windows.overall().coverage80()).isNaN();
        assertThat(windows.overall().crps()).isNaN();
        assertThat(windows.overall().msis()).isNaN();
        assertThat(windows.overall().nd()).isEqualTo(1);
        assertThat(windows.byStep().get(1).coverage80()).isZero();
    }

    @Test
    void isUndefinedBeforeTheFirstWindowAndNullInJson() {
        assertThat(Json.write(new IntervalAccumulator(1).overall().toJson()))
                .isEqualTo("{\"coverage_80\":null,\"coverage_95\":null,\"crps\":null,\"wql\":null,\"msis\":null,"
                        + "\"width_80\":null,\"width_95\":null,\"nd\":null,\"rmsse\":null}");
        assertThat(Json.write(new IntervalMetrics(0.75, 0.9, 1, 2, 3, 4, 5, 6, 7).toJson()))
                .isEqualTo("{\"coverage_80\":0.75,\"coverage_95\":0.9,\"crps\":1.0,\"wql\":2.0,\"msis\":3.0,"
                        + "\"width_80\":4.0,\"width_95\":5.0,\"nd\":6.0,\"rmsse\":7.0}");
    }

    @Test
    void rejectsWindowsThatDoNotFit() {
        IntervalAccumulator windows = new IntervalAccumulator(2);
        QuantileForecast forecast = new Gauss(0, 1).forecast(2);
        windows.add("a", UNIT, new double[2], forecast);

        assertThatIllegalArgumentException().isThrownBy(() -> windows.add("a", UNIT, new double[3], forecast))
                .withMessage("window of series 'a' has 3 actual values and 2 steps foretold, but the horizon is 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.add("a", UNIT, new double[2], new Gauss(0, 1).forecast(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> windows.add("a", new SeriesScale(1, 2), new double[2], forecast))
                .withMessage("series 'a' has the scale SeriesScale[absolute=1.0, squared=1.0], but a later window of "
                        + "it came with SeriesScale[absolute=1.0, squared=2.0]");
        QuantileForecast deciles = new QuantileForecast(QuantileScores.deciles(), new double[2][9], new double[2]);
        assertThatIllegalArgumentException().isThrownBy(() -> windows.add("a", UNIT, new double[2], deciles))
                .withMessage("judging intervals needs the levels [0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, "
                        + "0.975], but the forecast lacks 0.025 and has [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]; "
                        + "have these levels forecast (IntervalAccumulator.levels())");
        assertThatIllegalArgumentException().isThrownBy(() -> new IntervalAccumulator(0))
                .withMessage("horizon must be at least 1 step, but was 0");
    }
}
