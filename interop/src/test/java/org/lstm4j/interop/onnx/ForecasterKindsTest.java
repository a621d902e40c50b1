package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
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
import org.lstm4j.forecast.Skip;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.SeasonalIndices;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;
import org.lstm4j.nn.Initialization;

/// Forecasters of all kinds say in ONNX Runtime what they say here: with seasons that are taken off, lags, categories, several targets each
/// by itself and distributions, and all of it together.
class ForecasterKindsTest {

    private static final int LOOKBACK = 12;
    private static final int HORIZON = 4;
    private static final int SEASON = 24;
    private static final int STEPS = 400;

    /// The place in the season of a window is told by its time index; the second target has no season.
    @ParameterizedTest
    @CsvSource({"h, UTC, STANDARD, NONE", "15min, Europe/Berlin, LOG, REVIN", "D, America/New_York, STANDARD, LAST",
        "2W, UTC, STANDARD, NONE", "M, Asia/Tokyo, LOG, LAST", "step, UTC, MINMAX, NONE"})
    void takesSeasonsOff(String frequency, String zone, Scaling scaling, WindowScaling windows) throws OrtException {
        TimeSeries series = series(timeline(frequency, zone), "load", "noise");
        Forecaster forecaster = fit(settings("load", "noise").withScaling(scaling).withWindowScaling(windows)
                .withDeseasonalization(Deseasonalization.INDICES).withSeason(OptionalInt.of(SEASON)), "quantiles",
                series);
        assertThat(forecaster.seasons("").stream().map(SeasonalIndices::isSeasonal)).containsExactly(true, false);

        new ForecasterRun(forecaster, ending(series)).assertSame();
        new ForecasterRun(forecaster, ending(series)).assertGoesOn(3 * HORIZON - 1);
    }

    @ParameterizedTest
    @EnumSource
    void readsLags(Architecture architecture) throws OrtException {
        TimeSeries series = series(Timeline.ofSteps(), "load");
        Forecaster forecaster = fit(settings(architecture, "load").withWindowScaling(WindowScaling.LAST)
                .withColumns(ColumnRoles.targets(List.of("load")).withLags(List.of(1, 3, HORIZON, 30))), "mse", series);

        new ForecasterRun(forecaster, series).assertSame();
        new ForecasterRun(forecaster, series).assertGoesOn(2 * HORIZON + 1);
    }

    @ParameterizedTest
    @EnumSource
    void readsCategories(Architecture architecture) throws OrtException {
        List<TimeSeries> shops = shops();
        ColumnRoles roles = ColumnRoles.targets(List.of("load")).withPast("weather").withFuture("holiday")
                .withStatics(List.of("region", "owner"));
        Forecaster forecaster = new ForecastTrainer(optimized(settings(architecture, "load").withColumns(roles), "mse"),
                Compute.shared()).fit(shops).forecaster();
        assertThat(forecaster.schema().categories()).hasSize(4);

        for (TimeSeries shop : shops) {
            new ForecasterRun(forecaster, ending(shop)).assertSame();
        }
        assertThatThrownBy(() -> ForecasterWriter.toBytes(forecaster, "south", Recursion.LOOP))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("weather")
                .hasMessageContaining("--recursion none");
        assertThat(ForecasterSignature.of(forecaster, "south", Recursion.NONE).text())
                .contains("past_categories   int64 [batch, 12, 1]: weather by number: 1 rain, 2 sun; 0 for none")
                .contains(
                        "static_categories int64 [batch, 2]: region by number: 1 north, 2 south; owner by number: 1 a, 2 b");
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWithCategoriesThatAreKnownAhead(Architecture architecture) throws OrtException {
        List<TimeSeries> shops = shops();
        ColumnRoles roles = ColumnRoles.targets(List.of("load")).withFuture("holiday").withStatics(List.of("region"));
        Forecaster forecaster = new ForecastTrainer(optimized(settings(architecture, "load").withColumns(roles), "mse"),
                Compute.shared()).fit(shops).forecaster();

        new ForecasterRun(forecaster, ending(shops.getLast())).assertGoesOn(3 * HORIZON);
    }

    /// With columns that all targets of a window see, and lags of each.
    @ParameterizedTest
    @ValueSource(strings = {"mse", "quantiles"})
    void foretellsTargetsEachByItself(String loss) throws OrtException {
        TimeSeries series = series(timeline("h", "UTC"), "load", "wind", "heat", "day", "sun");
        ColumnRoles roles = ColumnRoles.targets(List.of("load", "wind", "heat")).withPast("sun").withFuture("day");
        Forecaster forecaster = fit(settings(Architecture.SEGMENT, "load").withColumns(roles.withLags(List.of(2, 30)))
                .withScaling(Scaling.ROBUST).withWindowScaling(WindowScaling.REVIN).withSkip(Skip.LINEAR)
                .withDeseasonalization(Deseasonalization.INDICES), loss, series);

        new ForecasterRun(forecaster, ending(series)).assertSame();
    }

    @Test
    void goesOnWithTargetsEachByItself() throws OrtException {
        TimeSeries series = series(timeline("h", "UTC"), "load", "wind");
        Forecaster forecaster = fit(settings(Architecture.SEGMENT, "load", "wind")
                .withDeseasonalization(Deseasonalization.INDICES), "mse", series);

        new ForecasterRun(forecaster, ending(series)).assertGoesOn(2 * HORIZON);
    }

    @ParameterizedTest
    @CsvSource({"gaussian, STANDARD, 0", "gaussian, LOG, 0.2", "laplace, STANDARD, 0.2", "log-normal, MEAN_ABS, 0",
        "student-t, STANDARD, 0", "student-t, ROBUST, 0.2"})
    void answersWithDistributions(String loss, Scaling scaling, double calibration) throws OrtException {
        TimeSeries series = series(Timeline.ofSteps(), "load", "wind");
        Forecaster forecaster = fit(settings("load", "wind").withScaling(scaling)
                .withSplit(new SplitShares(0.1, calibration, 0.1, false)), loss, series);
        assertThat(forecaster.calibration().isPresent()).isEqualTo(calibration > 0);

        new ForecasterRun(forecaster, series).assertSame();
        new ForecasterRun(forecaster, series).assertGoesOn(2 * HORIZON);
    }

    @Test
    void refusesDistributionsWithoutAFormulaForQuantiles() {
        TimeSeries series = series(Timeline.ofSteps(), "count");
        Forecaster forecaster = fit(settings("count").withScaling(Scaling.NONE), "negative-binomial", series);

        assertThatThrownBy(() -> ForecasterWriter.toBytes(forecaster, "", Recursion.NONE))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("negative-binomial")
                .hasMessageContaining("--loss quantiles");
    }

    /// A caller who keeps states tells where each call's history ends.
    @Test
    void takesSeasonsOffOfStates() throws OrtException {
        TimeSeries series = series(timeline("step", "UTC"), "load");
        Forecaster forecaster = fit(settings("load").withDeseasonalization(Deseasonalization.INDICES), "mse",
                series);
        assertThat(ForecasterSignature.of(forecaster, "", Recursion.STATES).inputs())
                .extracting(ForecasterSignature.Entry::name).containsExactly("history", "time_index");

        ForecasterRun run = new ForecasterRun(forecaster, series);
        double[] expected = forecaster.forecast(series, HORIZON, Compute.shared()).getFirst().mean().stream()
                .mapToDouble(x -> x).toArray();
        assertThat(run.runWithStates(LOOKBACK, LOOKBACK)).containsExactly(expected, within(1e-4));
        assertThat(run.runWithStates(LOOKBACK, 5)).containsExactly(expected, within(1e-4));
    }

    private static ForecastSettings settings(String... targets) {
        return settings(Architecture.DIRECT, targets);
    }

    private static ForecastSettings settings(Architecture architecture, String... targets) {
        return ForecastSettings.horizon(HORIZON, targets).withLookback(OptionalInt.of(LOOKBACK))
                .withSeason(OptionalInt.of(SEASON))
                .withNetwork(new NetworkSettings(6, 1, false, 0, 0, Initialization.KERAS, architecture));
    }

    private static ForecastSettings optimized(ForecastSettings settings, String loss) {
        return settings.withOptimization(OptimizationSettings.standard().withEpochs(3)
                .withLoss(ForecastLosses.named(loss)));
    }

    private static Forecaster fit(ForecastSettings settings, String loss, TimeSeries series) {
        return new ForecastTrainer(optimized(settings, loss), Compute.shared()).fit(List.of(series)).forecaster();
    }

    private static Timeline timeline(String frequency, String zone) {
        return frequency.equals("step")
                ? Timeline.ofSteps().from(17)
                : Timeline.of(-86_400_000L * 31, Frequency.parse(frequency), ZoneId.of(zone));
    }

    /// Above 0, the first column with a season, others without, counts whole.
    private static TimeSeries series(Timeline timeline, String... columns) {
        double[][] values = new double[columns.length][STEPS];
        Random random = new Random(3);
        for (int column = 0; column < columns.length; column++) {
            double wave = column == 0 ? SEASON : 31 + 6 * column;
            for (int step = 0; step < STEPS; step++) {
                double value = 100 + 30 * column + 20 * StrictMath.sin(step * 2 * Math.PI / wave)
                        + 7 * StrictMath.sin(step * 0.17 + column) + 3 * random.nextDouble();
                values[column][step] = switch (columns[column]) {
                    case "count" -> StrictMath.rint(value / 20);
                    case "noise" -> 50 + 10 * random.nextGaussian();
                    default -> value;
                };
            }
        }
        return TimeSeries.of("", timeline, List.of(columns), values);
    }

    /// Whose last steps have no targets, but all else.
    private static TimeSeries ending(TimeSeries series) {
        TimeSeries ending = series;
        for (String target : List.of("load", "wind", "heat", "noise")) {
            if (series.columns().contains(target)) {
                double[] values = series.column(target);
                Arrays.fill(values, series.steps() - 3 * HORIZON, series.steps(), Double.NaN);
                ending = ending.withColumn(target, values);
            }
        }
        return ending;
    }

    private static List<TimeSeries> shops() {
        List<TimeSeries> shops = new ArrayList<>();
        for (String region : List.of("north", "south")) {
            TimeSeries series = series(Timeline.ofSteps(), "load");
            TimeSeries shop = TimeSeries.of(region, series.timeline(), series.columns(),
                    new double[][]{series.column("load")});
            shops.add(shop.withTexts("weather", texts(step -> step * step % 5 < 2 ? "sun" : "rain"))
                    .withTexts("holiday", texts(step -> "day " + step % 3))
                    .withTexts("region", texts(_ -> region))
                    .withTexts("owner", texts(_ -> region.equals("north") ? "b" : "a")));
        }
        return shops;
    }

    private static List<String> texts(IntFunction<String> text) {
        List<String> texts = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            texts.add(text.apply(step));
        }
        return texts;
    }
}
