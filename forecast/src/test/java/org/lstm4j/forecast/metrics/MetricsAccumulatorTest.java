package org.lstm4j.forecast.metrics;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;

class MetricsAccumulatorTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void agreesWithTheOneValueFunctionsOnAllPointsTogether() {
        MetricsAccumulator windows = new MetricsAccumulator(2);
        windows.add("a", 1, new double[]{2, 4}, new double[]{1, 6});
        windows.add("a", 1, new double[]{6, 8}, new double[]{6, 5});
        double[] actual = {2, 4, 6, 8};
        double[] forecast = {1, 6, 6, 5};

        assertThat(windows.points()).isEqualTo(4);
        assertThat(windows.overall())
                .isEqualTo(new PointMetrics(Metrics.mse(actual, forecast), Metrics.mae(actual, forecast),
                        Metrics.rmse(actual, forecast), Metrics.mape(actual, forecast),
                        Metrics.smape(actual, forecast), Metrics.mase(actual, forecast, 1),
                        Metrics.r2(actual, forecast)));
    }

    @Test
    void averagesMaseOverSeriesNotOverWindows() {
        MetricsAccumulator windows = new MetricsAccumulator(1);
        windows.add("often", 2, new double[]{0}, new double[]{2});
        windows.add("often", 2, new double[]{0}, new double[]{4});
        windows.add("often", 2, new double[]{0}, new double[]{6});
        windows.add("once", 10, new double[]{0}, new double[]{50});

        assertThat(windows.overall().mase()).isEqualTo((4 / 2.0 + 50 / 10.0) / 2, EXACT);
        assertThat(windows.overall().mae()).isEqualTo(62 / 4.0, EXACT);
    }

    @Test
    void leavesSeriesWithoutScaleOutOfMaseAndNamesThem() {
        MetricsAccumulator windows = new MetricsAccumulator(1);
        windows.add("flat", 0, new double[]{1}, new double[]{2});
        windows.add("good", 4, new double[]{1}, new double[]{3});
        windows.add("short", NaN, new double[]{1}, new double[]{2});

        assertThat(windows.overall().mase()).isEqualTo(0.5, EXACT);
        assertThat(windows.overall().mae()).isEqualTo(4 / 3.0, EXACT);
        assertThat(windows.seriesWithoutScale()).containsExactly("flat", "short");
    }

    @Test
    void leavesAWhollyMissingSeriesOutOfMase() {
        MetricsAccumulator windows = new MetricsAccumulator(1);
        windows.add("empty", 1, new double[]{NaN}, new double[]{2});
        windows.add("good", 4, new double[]{1}, new double[]{3});

        assertThat(windows.overall().mase()).isEqualTo(0.5, EXACT);
    }

    @Test
    void splitsErrorsByHorizonStep() {
        MetricsAccumulator windows = new MetricsAccumulator(3);
        windows.add("a", 1, new double[]{1, 1, NaN}, new double[]{2, 4, 9});
        windows.add("a", 1, new double[]{1, NaN, NaN}, new double[]{-2, 9, 9});

        assertThat(windows.byStep()).containsExactly(new StepErrors(2, Math.sqrt(5)), new StepErrors(3, 3),
                new StepErrors(NaN, NaN));
    }

    @Test
    void averagesSmapeOverPointsOrOverSeries() {
        MetricsAccumulator windows = new MetricsAccumulator(2);
        windows.add("long", 1, new double[]{1, 1}, new double[]{3, 3});
        windows.add("short", 1, new double[]{1, NaN}, new double[]{1, 9});
        windows.add("unseen", 1, new double[]{NaN, NaN}, new double[]{1, 9});

        assertThat(windows.overall().smape()).isEqualTo((100 + 100 + 0) / 3.0, EXACT);
        assertThat(windows.smapeOverSeries()).isEqualTo((100 + 0) / 2.0, EXACT);
        assertThat(new MetricsAccumulator(1).smapeOverSeries()).isNaN();
    }

    @Test
    void listsTheErrorsOfEachSeriesInTheOrderOfTheirFirstWindow() {
        MetricsAccumulator windows = new MetricsAccumulator(1);
        windows.add("b", 2, new double[]{1}, new double[]{3});
        windows.add("a", 0, new double[]{1}, new double[]{1});
        windows.add("b", 2, new double[]{0}, new double[]{-4});
        windows.add("c", 1, new double[]{NaN}, new double[]{1});

        assertThat(windows.bySeries()).containsExactly(
                new SeriesErrors("b", 2, 3, Math.sqrt((4 + 16) / 2.0), 1.5, 200 * (0.5 + 1) / 2),
                new SeriesErrors("a", 1, 0, 0, NaN, 0), new SeriesErrors("c", 0, NaN, NaN, NaN, NaN));
    }

    @Test
    void isUndefinedBeforeTheFirstWindowAndNullInJson() {
        assertThat(Json.write(new MetricsAccumulator(4).overall().toJson())).isEqualTo(
                "{\"mse\":null,\"mae\":null,\"rmse\":null,\"mape\":null,\"smape\":null,\"mase\":null,\"r2\":null}");
    }

    @Test
    void writesDefinedValuesUnderTheirContractedKeys() {
        PointMetrics metrics = new PointMetrics(4, 1.5, 2, NaN, 10.25, 0.75, 0.5);

        assertThat(Json.write(metrics.toJson())).isEqualTo(
                "{\"mse\":4.0,\"mae\":1.5,\"rmse\":2.0,\"mape\":null,\"smape\":10.25,\"mase\":0.75,\"r2\":0.5}");
    }

    @Test
    void rejectsWindowsThatDoNotFit() {
        MetricsAccumulator windows = new MetricsAccumulator(2);
        windows.add("a", 1, new double[2], new double[2]);

        assertThatIllegalArgumentException().isThrownBy(() -> windows.add("a", 1, new double[3], new double[3]))
                .withMessage("window of series 'a' has 3 steps, but the horizon is 2");
        assertThatIllegalArgumentException().isThrownBy(() -> windows.add("a", 1, new double[2], new double[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> windows.add("a", 3, new double[2], new double[2]))
                .withMessageContaining("scale 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new MetricsAccumulator(0));
    }
}
