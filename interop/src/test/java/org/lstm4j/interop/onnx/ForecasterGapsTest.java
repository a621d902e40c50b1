package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Deseasonalization;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.nn.Initialization;

/// Missing values, NaN in the inputs, count in ONNX Runtime as they count here.
class ForecasterGapsTest {

    private static final int LOOKBACK = 12;
    private static final int HORIZON = 4;
    private static final int SEASON = 24;
    private static final int STEPS = 400;
    /// Where targets end: what the calendar says is known further.
    private static final int END = STEPS - 3 * HORIZON;
    /// Steps given before those that are read, enough for all gaps here that have a value before.
    private static final int EARLIER = 80;

    /// Several targets, past columns, the calendar and lags, all with masks.
    @ParameterizedTest
    @EnumSource
    void fillsGapsAndSaysWhere(Architecture architecture) throws OrtException {
        ForecastSettings settings = settings(architecture, "load", "wind").withWindowScaling(WindowScaling.REVIN)
                .withDeseasonalization(Deseasonalization.INDICES).withColumns(ColumnRoles
                        .targets(List.of("load", "wind")).withPast("sun").withLags(List.of(1, 3, HORIZON, 30)));

        assertSameInAllGaps(fit(settings, "quantiles", scattered()), true);
    }

    @ParameterizedTest
    @CsvSource({"NONE, STANDARD, false", "LAST, LOG, false", "REVIN, STANDARD, false", "NONE, LOG, true",
        "LAST, STANDARD, true", "REVIN, LOG, true"})
    void fillsGapsOfWindows(WindowScaling windows, Scaling scaling, boolean masks) throws OrtException {
        ForecastSettings settings = settings(Architecture.DIRECT, "load", "wind").withWindowScaling(windows)
                .withScaling(scaling).withColumns(ColumnRoles.targets(List.of("load", "wind")).withPast("sun"));

        assertSameInAllGaps(fit(settings, "mse", masks ? scattered() : series()), masks);
    }

    /// NaN before a series that is shorter than the lookback is what windows are padded with.
    @Test
    void takesSeriesShorterThanTheLookback() throws OrtException {
        List<TimeSeries> several = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            several.add(named("long " + number, series()));
        }
        several.add(named("short", series().slice(0, LOOKBACK + 2)));
        ForecastSettings settings = settings(Architecture.DIRECT, "load", "wind")
                .withColumns(ColumnRoles.targets(List.of("load", "wind")).withPast("sun"))
                .withWindowScaling(WindowScaling.REVIN);
        Forecaster forecaster = new ForecastTrainer(optimized(settings, "mse"), Compute.shared()).fit(several)
                .forecaster();
        int least = forecaster.form().leastHistory();
        assertThat(least).isLessThan(LOOKBACK);

        for (int steps = least; steps < LOOKBACK; steps++) {
            new ForecasterRun(forecaster, named("long 1", ending(series()).slice(END - steps, STEPS)))
                    .assertSame(List.of(steps));
        }
    }

    private static TimeSeries named(String name, TimeSeries series) {
        double[][] values = series.columns().stream().map(series::column).toArray(double[][]::new);
        return TimeSeries.of(name, series.timeline(), series.columns(), values);
    }

    /// Gaps stay gaps while the window moves on.
    @ParameterizedTest
    @CsvSource({"DIRECT, NONE, true", "DIRECT, REVIN, true", "SEGMENT, LAST, true", "DIRECT, LAST, false"})
    void goesOnFromWindowsWithGaps(Architecture architecture, WindowScaling windows, boolean masks)
            throws OrtException {
        ColumnRoles roles = ColumnRoles.targets(List.of("load", "wind"));
        ForecastSettings settings = settings(architecture, "load", "wind").withWindowScaling(windows)
                .withDeseasonalization(Deseasonalization.INDICES)
                .withColumns(masks ? roles.withLags(List.of(2, 30)) : roles);
        Forecaster forecaster = fit(settings, "mse", masks ? scattered() : series());
        assertThat(forecaster.schema().masks()).isEqualTo(masks);

        new ForecasterRun(forecaster, scattered(), EARLIER).assertGoesOn(3 * HORIZON - 1);
        new ForecasterRun(forecaster, secondEndsEarly(), EARLIER).assertGoesOn(3 * HORIZON);
        new ForecasterRun(forecaster, beginningLate()).assertGoesOn(3 * HORIZON);
        new ForecasterRun(forecaster, missingLong(), EARLIER).assertGoesOn(2 * HORIZON);
    }

    /// The last value is handed on from call to call, even where a call has nothing but a gap.
    @Test
    void fillsGapsBetweenCallsThatKeepStates() throws OrtException {
        ForecastSettings settings = settings(Architecture.DIRECT, "load")
                .withDeseasonalization(Deseasonalization.INDICES);
        TimeSeries complete = TimeSeries.of("", Timeline.ofSteps().from(17), List.of("load"),
                new double[][]{series().column("load")});
        Forecaster forecaster = fit(settings, "mse", complete);
        TimeSeries series = without(complete, "load", step -> step >= STEPS - 9 && step < STEPS - 3);
        double[] expected = forecaster.forecast(series, HORIZON, Compute.shared()).getFirst().mean().stream()
                .mapToDouble(x -> x).toArray();

        for (int piece : List.of(LOOKBACK, 5, 1)) {
            assertThat(new ForecasterRun(forecaster, series).runWithStates(LOOKBACK, piece))
                    .containsExactly(expected, within(1e-4));
        }
    }

    private static void assertSameInAllGaps(Forecaster forecaster, boolean masks) throws OrtException {
        assertThat(forecaster.schema().masks()).isEqualTo(masks);
        new ForecasterRun(forecaster, ending(series())).assertSame();
        new ForecasterRun(forecaster, scattered(), EARLIER).assertSame();
        new ForecasterRun(forecaster, secondEndsEarly(), EARLIER).assertSame();
        new ForecasterRun(forecaster, missingLong(), EARLIER).assertSame();
        new ForecasterRun(forecaster, beginningLate()).assertSame();
        for (String column : List.of("load", "wind", "sun")) {
            new ForecasterRun(forecaster, without(ending(series()), column, _ -> true)).assertSame();
        }
    }

    /// A third of all values.
    private static TimeSeries scattered() {
        Random random = new Random(5);
        TimeSeries scattered = ending(series());
        for (String column : scattered.columns()) {
            scattered = without(scattered, column, step -> step != END - 1 && random.nextInt(3) == 0);
        }
        return scattered;
    }

    /// Of two targets, one has values to the end.
    private static TimeSeries secondEndsEarly() {
        return without(without(ending(series()), "wind", step -> step >= END - 7), "sun", step -> step >= END - 2);
    }

    /// Longer than any window, between values.
    private static TimeSeries missingLong() {
        return without(without(ending(series()), "load", step -> step >= END - 40 && step < END - 2), "sun",
                step -> step >= END - 60 && step < END - 1);
    }

    /// Nothing before the last steps, so that some windows have nothing at all.
    private static TimeSeries beginningLate() {
        TimeSeries late = ending(series());
        for (String column : late.columns()) {
            late = without(late, column, step -> step < END - 8);
        }
        return late;
    }

    private static TimeSeries without(TimeSeries series, String column, IntPredicate missing) {
        double[] values = series.column(column);
        for (int step = 0; step < values.length; step++) {
            values[step] = missing.test(step) ? Double.NaN : values[step];
        }
        return series.withColumn(column, values);
    }

    private static TimeSeries ending(TimeSeries series) {
        TimeSeries ending = series;
        for (String column : series.columns()) {
            double[] values = series.column(column);
            Arrays.fill(values, END, STEPS, Double.NaN);
            ending = ending.withColumn(column, values);
        }
        return ending;
    }

    private static TimeSeries series() {
        List<String> columns = List.of("load", "wind", "sun");
        double[][] values = new double[columns.size()][STEPS];
        Random random = new Random(3);
        for (int column = 0; column < values.length; column++) {
            double wave = column == 0 ? SEASON : 31 + 6 * column;
            for (int step = 0; step < STEPS; step++) {
                values[column][step] = 100 + 30 * column + 20 * StrictMath.sin(step * 2 * Math.PI / wave)
                        + 7 * StrictMath.sin(step * 0.17 + column) + 3 * random.nextDouble();
            }
        }
        return TimeSeries.of("", Timeline.of(-86_400_000L * 31, Frequency.parse("h"), ZoneOffset.UTC), columns, values);
    }

    private static ForecastSettings settings(Architecture architecture, String... targets) {
        return ForecastSettings.horizon(HORIZON, targets).withLookback(OptionalInt.of(LOOKBACK))
                .withSeason(OptionalInt.of(SEASON))
                .withNetwork(new NetworkSettings(6, 1, false, 0, 0, Initialization.KERAS, architecture));
    }

    private static Forecaster fit(ForecastSettings settings, String loss, TimeSeries series) {
        return new ForecastTrainer(optimized(settings, loss), Compute.shared()).fit(List.of(series)).forecaster();
    }

    private static ForecastSettings optimized(ForecastSettings settings, String loss) {
        return settings.withOptimization(OptimizationSettings.standard().withEpochs(3)
                .withLoss(ForecastLosses.named(loss)));
    }
}
