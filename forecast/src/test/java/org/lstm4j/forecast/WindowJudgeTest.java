package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.metrics.PointMetrics;

class WindowJudgeTest {

    private static final Timeline STEPS = Timeline.ofSteps();
    private static final ForecastSettings SETTINGS = ForecastSettings.horizon(3, "load")
            .withLookback(OptionalInt.of(6)).withSeason(OptionalInt.of(4))
            .withOptimization(OptimizationSettings.standard().withEpochs(1));

    /// One such window made the error of every baseline NaN, and the verdict with it.
    @Test
    void judgesNoStepsThatNoBaselineCanForecast() {
        double[] late = wave(100);
        Arrays.fill(late, 0, 85, Double.NaN);

        Evaluation test = train(SETTINGS, series("whole", wave(100)), series("late", late)).test();

        assertThat(test.baselines().values()).extracting(PointMetrics::mae).allMatch(Double::isFinite);
        assertThat(test.notes()).anyMatch(note -> note.contains("no baseline can forecast them: load of late"));
    }

    @Test
    void saysThatSeasonalNaiveIsNaiveWithoutASeason() {
        Evaluation test = train(SETTINGS.withSeason(OptionalInt.of(1)), series("", wave(100))).test();

        assertThat(test.notes()).containsExactly("no season is known, so seasonal naive is the naive forecast");
    }

    @Test
    void saysOnceWhatTheShortestHistoryIsTooShortFor() {
        ForecastSettings settings = SETTINGS.withSeason(OptionalInt.of(75));

        assertThat(train(settings, series("", wave(100))).forecaster()
                .evaluate(List.of(series("", wave(72))), Compute.shared()).notes())
                .filteredOn(note -> note.contains("shorter than the season")).hasSize(1);
    }

    @Test
    void hasNothingToRemarkOnAPlainSeries() {
        assertThat(train(SETTINGS, series("", wave(100))).test().notes()).isEmpty();
    }

    @Test
    void saysWhatCannotBeReadFromErrorsOfSeveralSeries() {
        Evaluation test = train(SETTINGS, series("small", wave(100)), series("large", times(1000, wave(100)))).test();

        assertThat(test.notes()).singleElement().asString()
                .startsWith("MSE, MAE, RMSE and R² take all 2 target series");
    }

    @Test
    void namesAFewOfManySeriesWithoutScale() {
        List<TimeSeries> flat = new ArrayList<>(List.of(series("good", wave(100))));
        for (int number = 1; number <= 8; number++) {
            flat.add(series("flat" + number, new double[100]));
        }

        assertThat(train(SETTINGS, flat.toArray(TimeSeries[]::new)).test().notes())
                .anyMatch(note -> note.startsWith("MASE leaves out") && note.endsWith("load of flat5 and 3 more"));
    }

    @Test
    void saysThatNothingLaterMayFlatter() {
        TimeSeries series = series("", wave(100));
        Forecaster forecaster = train(SETTINGS, series).forecaster();

        assertThat(forecaster.evaluate(List.of(series), Compute.shared()).notes()).isEmpty();
        assertThat(forecaster.evaluate(List.of(series.slice(0, 70)), Compute.shared()).notes())
                .containsExactly(
                        "nothing here is later than the training and validation parts, so the figures may flatter the model");
    }

    private static TrainedForecaster train(ForecastSettings settings, TimeSeries... series) {
        return new ForecastTrainer(settings, Compute.shared()).train(List.of(series));
    }

    private static TimeSeries series(String name, double[] values) {
        return TimeSeries.of(name, STEPS, List.of("load"), new double[][]{values});
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static double[] wave(int steps) {
        double[] values = new double[steps];
        for (int step = 0; step < steps; step++) {
            values[step] = 10 + StrictMath.sin(step * 1.3) + 0.01 * step;
        }
        return values;
    }
}
