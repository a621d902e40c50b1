package org.lstm4j.interop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Deseasonalization;
import org.lstm4j.forecast.ExtendedForecast;
import org.lstm4j.forecast.FloorRule;
import org.lstm4j.forecast.Forecast;
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
import org.lstm4j.forecast.prepare.UnknownCategory;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.interop.onnx.ForecasterWriter.Recursion;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.loss.GaussianNegativeLogLikelihood;
import org.lstm4j.nn.loss.LaplaceNegativeLogLikelihood;
import org.lstm4j.nn.loss.LogNormalNegativeLogLikelihood;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.loss.MonotoneQuantiles;
import org.lstm4j.nn.loss.StudentTNegativeLogLikelihood;

/// Whole forecasters say in plain Java bit for bit what they say here.
class WholeSourceTest {

    private static final int LOOKBACK = 14;
    private static final int HORIZON = 4;
    private static final int STEPS = 420;
    private static final Loss QUANTILES = MonotoneQuantiles.of(0.1, 0.4, 0.5, 0.9);
    private static final Timeline HOURS = Timeline.of(1_774_663_200_000L, Frequency.parse("h"),
            ZoneId.of("Europe/Berlin")); // the clocks change after some hours
    private static final ColumnRoles ALL = ColumnRoles.targets(List.of("load", "price")).withPast("wind", "weather")
            .withFuture("holiday", "tariff");

    @TempDir
    Path folder;

    /// @param forecaster trained
    /// @param series the one to foretell, whose name says what it is about
    record Case(String name, Forecaster forecaster, TimeSeries series) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = cases();

    static List<Case> forecasters() {
        return CASES;
    }

    private static List<Case> cases() {
        TimeSeries plain = series("", Timeline.ofSteps(), 1);
        TimeSeries hours = series("", HOURS, 1);
        TimeSeries gaps = withGaps(hours);
        Timeline days = Timeline.of(HOURS.start(), Frequency.parse("D"), HOURS.zone());
        Timeline quarters = Timeline.of(HOURS.start(), Frequency.parse("Q"), HOURS.zone());
        NetworkSettings segments = network().withArchitecture(Architecture.SEGMENT);
        return List.of(
                fit("no quantiles, no calendar", plain, settings("load"), new MeanSquaredError(), 0),
                fit("last, quantiles and calendar", hours, settings("load").withWindowScaling(WindowScaling.LAST),
                        QUANTILES, 0),
                fit("revin, calibrated", plain, settings("load").withWindowScaling(WindowScaling.REVIN), QUANTILES,
                        0.2),
                fit("logarithm, calibrated point, floor", plain, settings("price").withScaling(Scaling.LOG)
                        .withFloor(new FloorRule.At(2.5)), new MeanSquaredError(), 0.2),
                fit("two targets of segments with all roles", hours, settings("load").withColumns(ALL)
                        .withNetwork(segments).withSkip(Skip.LINEAR).withWindowScaling(WindowScaling.REVIN),
                        QUANTILES, 0.2),
                fit("two targets with gaps, lags and statics", gaps, settings("load").withColumns(ALL
                        .withLags(List.of(2, 24)).withStatics(List.of("size", "region")))
                        .withWindowScaling(WindowScaling.REVIN), QUANTILES, 0),
                fit("segments with gaps, lags and other categories", gaps, settings("load").withColumns(ALL
                        .withLags(List.of(2, 24)).withStatics(List.of("region")).withUnknown(UnknownCategory.MISSING))
                        .withNetwork(segments).withWindowScaling(WindowScaling.LAST), new MeanSquaredError(), 0),
                fit("a season of steps taken off", plain, seasonal(), QUANTILES, 0.2),
                fit("a season of hours taken off", hours, seasonal(), new MeanSquaredError(), 0),
                fit("a season of days taken off", series("", days, 1), seasonal(), new MeanSquaredError(), 0),
                fit("a season of quarters taken off", series("", quarters, 1), seasonal(), new MeanSquaredError(), 0),
                fit("gaussian, calibrated", plain, settings("load"), new GaussianNegativeLogLikelihood(), 0.2),
                fit("log-normal", plain, settings("price").withScaling(Scaling.NONE),
                        new LogNormalNegativeLogLikelihood(), 0),
                fit("laplace", hours, settings("price").withWindowScaling(WindowScaling.LAST),
                        new LaplaceNegativeLogLikelihood(), 0));
    }

    @ParameterizedTest
    @MethodSource("forecasters")
    void saysWhatTheForecasterSaysBitForBit(Case one) throws Exception {
        WholeForecaster whole = WholeForecaster.compile(one.forecaster(), "", Recursion.NONE, folder);
        int origin = STEPS - HORIZON;

        List<Forecast> expected = one.forecaster().forecast(upTo(one.series(), origin), HORIZON, Compute.shared());

        requireSame(expected, whole.ask(one.series(), 0, origin, HORIZON));
    }

    @ParameterizedTest
    @MethodSource("forecasters")
    void goesOnBeyondItsHorizonBitForBit(Case one) throws Exception {
        WholeForecaster whole = WholeForecaster.compile(one.forecaster(), "", Recursion.LOOP, folder);
        for (int steps : new int[]{1, HORIZON, 2 * HORIZON + 3}) {
            int origin = STEPS - steps;
            List<Forecast> expected = new ExtendedForecast(one.forecaster(), Compute.shared())
                    .forecast(upTo(one.series(), origin), steps);

            requireSame(expected, whole.ask(one.series(), 0, origin, steps));
        }
    }

    private static void requireSame(List<Forecast> expected, WholeForecaster.Answer said) {
        for (int target = 0; target < expected.size(); target++) {
            int index = target;
            assertThat(said.point().stream().map(step -> step.get(index)).toList())
                    .isEqualTo(expected.get(target).mean());
            if (!said.quantiles().isEmpty()) {
                assertThat(said.quantiles().stream().map(step -> step.get(index)).toList())
                        .isEqualTo(expected.get(target).quantiles());
            }
        }
    }

    @Test
    void casesHaveWhatTheyAreAbout() {
        assertThat(CASES.subList(7, 11)).allSatisfy(
                one -> assertThat(one.forecaster().seasons("")).anyMatch(SeasonalIndices::isSeasonal));
        assertThat(CASES.get(3).forecaster().forecast(upTo(CASES.get(3).series(), STEPS - HORIZON), HORIZON,
                Compute.shared()).getFirst().quantiles()).anySatisfy(step -> assertThat(step).contains(2.5));
        assertThat(CASES.get(6).forecaster().schema()).satisfies(schema -> {
            assertThat(schema.masks()).isTrue();
            assertThat(schema.lags()).containsExactly(2, 24);
            assertThat(schema.categories()).hasSize(3);
        });
    }

    /// Before the first row there is nothing, which masks say.
    @Test
    void readsLessThanTheLookbackWhereTheForecasterDoes() throws Exception {
        List<TimeSeries> several = List.of(series("a", HOURS, 1), series("b", HOURS, 2),
                series("short", HOURS, 3).slice(0, 20));
        Forecaster forecaster = trainer(settings("load").withWindowScaling(WindowScaling.REVIN), QUANTILES, 0)
                .fit(several).forecaster();
        assertThat(forecaster.form().leastHistory()).isLessThan(LOOKBACK);
        WholeForecaster whole = WholeForecaster.compile(forecaster, "short", Recursion.NONE, folder);

        int rows = forecaster.form().leastHistory();
        requireSame(forecaster.forecast(several.getLast().slice(0, rows), HORIZON, Compute.shared()),
                whole.ask(several.getLast(), 0, rows, HORIZON));
    }

    /// What lies before them only fills gaps.
    @Test
    void theLastRowsSufficeWithoutGaps() throws Exception {
        Case one = CASES.get(1);
        WholeForecaster whole = WholeForecaster.compile(one.forecaster(), "", Recursion.NONE, folder);
        int origin = STEPS - HORIZON;

        WholeForecaster.Answer said = whole.ask(one.series(), origin - LOOKBACK, origin, HORIZON);

        assertThat(said).isEqualTo(whole.ask(one.series(), 0, origin, HORIZON));
        assertThat(said).isNotEqualTo(whole.ask(one.series(), 0, origin - 6, HORIZON));
        assertThat((double[]) whole.call("levels")).containsExactly(0.1, 0.4, 0.5, 0.9);
    }

    @Test
    void takesTheScaleOfTheSeriesThatIsNamed() throws Exception {
        TimeSeries small = series("small", Timeline.ofSteps(), 1);
        TimeSeries large = series("large", Timeline.ofSteps(), 1000);
        Forecaster forecaster = trainer(settings("load"), new MeanSquaredError(), 0).fit(List.of(small, large))
                .forecaster();

        requireSame(forecaster.forecast(large, HORIZON, Compute.shared()),
                WholeForecaster.compile(forecaster, "large", Recursion.NONE, folder).ask(large, 0, STEPS, HORIZON));
        assertThatThrownBy(() -> ForecasterSource.of(forecaster, "other", Recursion.NONE, "Model"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("[small, large]")
                .hasMessageContaining("--series");
    }

    @Test
    void saysWhatIsWrongWithWhatItIsGiven() throws Exception {
        Case one = CASES.get(5);
        WholeForecaster whole = WholeForecaster.compile(one.forecaster(), "", Recursion.LOOP, folder);
        double[][] history = new double[LOOKBACK][2];
        Object[] right = whole.arguments(one.series(), 0, 100, HORIZON);

        assertThatThrownBy(() -> whole.call("forecast", with(right, 0, new double[3][2])))
                .hasMessage("history should have at least 14 rows, but has 3");
        assertThatThrownBy(() -> whole.call("forecast", with(right, 0, history)))
                .hasMessage("past should have 14 rows, but has 100");
        assertThatThrownBy(() -> whole.call("forecast", with(right, 0, new double[LOOKBACK][1])))
                .hasMessage("history should have 2 columns, but row 0 has 1");
        assertThatThrownBy(() -> whole.call("forecast", with(right, 3, new double[1])))
                .hasMessage("statics should be 2, but are 1");
        assertThatThrownBy(() -> whole.call("forecast", with(right, 5, 0)))
                .hasMessage("steps should be at least 1, but were 0");
        assertThatThrownBy(() -> whole.call("numberOf", "tariff", "gold"))
                .hasMessageContaining("column 'tariff' had no category 'gold' in training");
        assertThatThrownBy(() -> whole.call("numberOf", "load", "gold")).hasMessageContaining("'load'");

        ((double[][]) right[2])[101][0] = Double.NaN;
        assertThatThrownBy(() -> whole.call("forecast", right)).hasMessage(
                "column 'holiday' of known is missing in row 101, the step ahead 2; give its values up to step 4");
        ((double[][]) right[0])[99] = new double[]{Double.NaN, Double.NaN};
        assertThatThrownBy(() -> whole.call("forecast", right))
                .hasMessageContaining("last row of history has no value");
    }

    private static Object[] with(Object[] arguments, int index, Object other) {
        Object[] changed = arguments.clone();
        changed[index] = other;
        return changed;
    }

    @Test
    void namesColumnsThatAreNoWordsOfJava() throws Exception {
        String odd = "a*/ \"\\u{@</pre>\n\u7535";
        TimeSeries series = TimeSeries.ofColumn(Timeline.ofSteps(), odd,
                series("", Timeline.ofSteps(), 1).column("load"));
        Forecaster forecaster = trainer(settings(odd), new MeanSquaredError(), 0).fit(List.of(series)).forecaster();

        String source = ForecasterSource.of(forecaster, "", Recursion.NONE, "Model").source();
        assertThat(source).isASCII()
                .contains("a&#42;&#47; \"&#92;u&#123;&#64;&#60;&#47;pre&#62; \\u7535",
                        "\"a*/ \\\"\\\\u{@</pre>\\012\\u7535\"");
        requireSame(forecaster.forecast(series, HORIZON, Compute.shared()), WholeForecaster
                .compile(forecaster, "", Recursion.NONE, folder).ask(series, 0, STEPS, HORIZON));
    }

    @Test
    void refusesWhatItHasNoFunctionFor() {
        Forecaster studentT = trainer(settings("load"), new StudentTNegativeLogLikelihood(), 0)
                .fit(List.of(series("", Timeline.ofSteps(), 1))).forecaster();

        assertThatThrownBy(() -> ForecasterSource.of(studentT, "", Recursion.NONE, "Model"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("gaussian, log-normal or laplace")
                .hasMessageContaining("--loss quantiles");
        Forecaster plain = CASES.getFirst().forecaster();
        assertThatThrownBy(() -> ForecasterSource.of(plain, "", Recursion.STATES, "Model"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("--recursion loop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "Forecast", "Double", "System"})
    void refusesNamesThatNoClassCanHave(String name) {
        Forecaster plain = CASES.getFirst().forecaster();
        assertThatThrownBy(() -> ForecasterSource.of(plain, "", Recursion.NONE, name))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("cannot be called '" + name + "'");
    }

    private static Case fit(String name, TimeSeries series, ForecastSettings settings, Loss loss, double calibration) {
        return new Case(name, trainer(settings, loss, calibration).fit(List.of(series)).forecaster(), series);
    }

    private static ForecastTrainer trainer(ForecastSettings settings, Loss loss, double calibration) {
        return new ForecastTrainer(
                settings.withOptimization(OptimizationSettings.standard().withEpochs(1).withLoss(loss))
                        .withSplit(new SplitShares(0.1, calibration, 0.1, false)),
                Compute.shared());
    }

    private static ForecastSettings settings(String target) {
        return ForecastSettings.horizon(HORIZON, target).withLookback(OptionalInt.of(LOOKBACK)).withNetwork(network());
    }

    private static ForecastSettings seasonal() {
        return settings("load").withDeseasonalization(Deseasonalization.INDICES).withSeason(OptionalInt.of(24));
    }

    private static NetworkSettings network() {
        return new NetworkSettings(5, 1, false, 0, 0, Initialization.KERAS);
    }

    /// Targets missing from a step on, past columns too.
    private static TimeSeries upTo(TimeSeries series, int origin) {
        TimeSeries cut = series;
        for (String column : List.of("load", "price", "wind", "weather")) {
            double[] values = cut.column(column);
            Arrays.fill(values, origin, values.length, Double.NaN);
            List<String> names = cut.categories(column);
            cut = cut.withColumn(column, values);
            cut = names.isEmpty() ? cut : cut.withCategories(column, names);
        }
        return cut;
    }

    private static TimeSeries withGaps(TimeSeries series) {
        TimeSeries holed = series;
        int distance = 5;
        for (String column : List.of("load", "price", "wind", "holiday")) {
            double[] values = holed.column(column);
            for (int step = 0; step < STEPS - 20; step += distance) {
                values[step] = Double.NaN;
            }
            values[STEPS - HORIZON - 3] = column.equals("holiday") ? 0 : Double.NaN;
            holed = holed.withColumn(column, values);
            distance += 2;
        }
        return holed;
    }

    private static TimeSeries series(String name, Timeline timeline, double factor) {
        double[][] values = new double[5][STEPS];
        for (int step = 0; step < STEPS; step++) {
            double day = step * 2 * Math.PI / 24;
            values[0][step] = factor * (100 + 20 * StrictMath.sin(day) + 7 * StrictMath.sin(step * 0.17));
            values[1][step] = factor * (3 + StrictMath.cos(day) * StrictMath.sin(step * 0.31));
            values[2][step] = 5 * StrictMath.sin(step * 0.05);
            values[3][step] = step / 24 % 7 >= 5 ? 1 : 0;
            values[4][step] = 12;
        }
        List<String> weather = new ArrayList<>();
        List<String> tariffs = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            weather.add(step % 11 == 3 ? "" : step % 7 < 3 ? "sun" : "rain");
            tariffs.add(step % 24 < 6 ? "night" : step % 5 == 0 ? "peak" : "day");
        }
        return TimeSeries.of(name, timeline, List.of("load", "price", "wind", "holiday", "size"), values)
                .withTexts("weather", weather).withTexts("tariff", tariffs)
                .withTexts("region", IntStream.range(0, STEPS).mapToObj(_ -> "north").toList());
    }
}
