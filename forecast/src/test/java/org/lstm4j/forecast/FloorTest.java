package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.baseline.Baseline;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.ModelFile;

/// Counts are never below 0, and no forecast of them is.
class FloorTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final int HOURS = 300;
    /// Where the test part begins: a fifth.
    private static final int TEST_FROM = 240;

    private static TrainedForecaster raw;
    private static TrainedForecaster floored;

    @BeforeAll
    static void train() {
        raw = train(FloorRule.NONE, counts());
        floored = train(FloorRule.AUTO, counts());
    }

    @Test
    void noForecastOfCountsIsBelowZeroAndWithoutAFloorSomeAre() {
        List<Double> without = values(raw.forecaster());

        assertThat(without).anyMatch(value -> value < 0);
        assertThat(values(floored.forecaster()))
                .isEqualTo(without.stream().map(value -> value < 0 ? 0.0 : value).toList());
    }

    @Test
    void judgedForecastsHaveTheFloorToo() {
        assertThat(judged(raw)).anyMatch(value -> value < 0);
        assertThat(judged(floored)).noneMatch(value -> value < 0);
        assertThat(floored.test().model().mae()).isLessThanOrEqualTo(raw.test().model().mae());
    }

    /// What a baseline says below the floor counts as the floor: of values that are never below it, no error gets larger by that.
    @Test
    void baselinesAreRaisedToTheFloorToo() {
        Baseline tooLow = baseline(-1);
        WindowSamples windows = floored.testWindows();

        assertThat(maeOf(tooLow, floored.forecaster(), windows))
                .isEqualTo(maeOf(baseline(0), floored.forecaster(), windows))
                .isLessThan(maeOf(tooLow, raw.forecaster(), raw.testWindows()));
    }

    private static double maeOf(Baseline baseline, Forecaster forecaster, WindowSamples windows) {
        return new WindowJudge(forecaster, COMPUTE).judge(windows, List.of(baseline), List.of()).baselines()
                .values().iterator().next().mae();
    }

    /// One that always says the same.
    private static Baseline baseline(double value) {
        return new Baseline() {
            @Override
            public String name() {
                return "constant";
            }

            @Override
            public double[] forecast(double[] values, int steps, int horizon) {
                double[] forecast = new double[horizon];
                Arrays.fill(forecast, value);
                return forecast;
            }
        };
    }

    @Test
    void theChoiceIsToldWithItsReason() {
        assertThat(floored.choices()).contains(new Choice("floor", "0",
                "load is never below 0 in training, and its least value, 0.000, at most a tenth of the mean, 3.500"));
        assertThat(raw.choices()).noneMatch(choice -> choice.name().equals("floor"));
        assertThat(train(FloorRule.at(0), counts()).choices()).noneMatch(choice -> choice.name().equals("floor"));
    }

    @Test
    void theRuleAsksForValuesNearZeroAndNoneBelow() {
        assertThat(FloorRule.AUTO.floor(new TargetRange(1, 10))).hasValue(0);
        assertThat(FloorRule.AUTO.floor(new TargetRange(0, 0))).hasValue(0);
        assertThat(FloorRule.AUTO.floor(new TargetRange(1.01, 10))).isEmpty();
        assertThat(FloorRule.AUTO.floor(new TargetRange(-0.01, 10))).isEmpty();
        assertThat(FloorRule.AUTO.floor(new TargetRange(Double.NaN, Double.NaN))).isEmpty();
    }

    @Test
    void theLeastOfAllSeriesAndTheMeanOfAllTheirValuesCount() {
        TimeSeries one = Waves.series("one", 4, Double.NaN, 2);
        TimeSeries other = Waves.series("other", Double.NaN, 12, 30);

        assertThat(TargetRange.of(List.of(one, other), List.of("load"))).containsExactly(new TargetRange(2, 12));
    }

    @Test
    void aSeriesWithAValueBelowZeroHasNone() {
        assertThat(train(FloorRule.AUTO, with(100, -1)).forecaster().floors()).isEqualTo(Floors.NONE);
    }

    /// What lies below the floor later is neither foreseen nor hidden.
    @Test
    void theTestPartDecidesNothingAndIsNotHidden() {
        TrainedForecaster later = train(FloorRule.AUTO, with(TEST_FROM + 30, -7));

        assertThat(later.forecaster().floors()).isEqualTo(floored.forecaster().floors());
        assertThat(later.choices()).isEqualTo(floored.choices());
        assertThat(later.test().notes()).contains("1 value lies below the floor that forecasts have, which --floor none"
                + " takes away: load");
        assertThat(floored.test().notes()).noneMatch(note -> note.contains("floor"));
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void eachTargetHasItsOwn(Architecture architecture) {
        TimeSeries counts = counts();
        double[] degrees = counts.column("load");
        for (int hour = 0; hour < degrees.length; hour++) {
            degrees[hour] -= 3;
        }
        ForecastSettings settings = settings(FloorRule.AUTO);
        Forecaster both = new ForecastTrainer(settings
                .withColumns(ColumnRoles.targets(List.of("degrees", "load")))
                .withNetwork(settings.network().withArchitecture(architecture)), COMPUTE)
                .fit(List.of(counts.withColumn("degrees", degrees))).forecaster();
        List<Forecast> said = both.forecast(counts.withColumn("degrees", degrees), 4, COMPUTE);

        assertThat(both.floors().text()).isEqualTo("none,0");
        assertThat(values(said.get(0))).anyMatch(value -> value < 0);
        assertThat(values(said.get(1))).noneMatch(value -> value < 0).contains(0.0);
    }

    @Test
    void aFloorMayBeAnyNumber() {
        assertThat(values(train(FloorRule.at(-0.25), counts()).forecaster())).contains(-0.25)
                .noneMatch(value -> value < -0.25);
        for (double wrong : new double[]{Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> FloorRule.at(wrong)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a floor of forecasts must be a finite number, but was " + wrong
                            + "; give the least value that there can be, or none");
        }
    }

    @Test
    void theFileKeepsIt(@TempDir Path folder) {
        Path file = folder.resolve("m.lstm4j");
        floored.forecaster().toFile().write(file);
        Forecaster again = ForecasterFile.read(file);

        assertThat(again.floors()).isEqualTo(floored.forecaster().floors());
        assertThat(values(again)).isEqualTo(values(floored.forecaster()));
        Floors several = new Floors(List.of(OptionalDouble.empty(), OptionalDouble.of(-2.5)));
        assertThat(Floors.fromJson(several.toJson(), 2)).isEqualTo(several);
        assertThat(several.text()).isEqualTo("none,-2.5");
    }

    @Test
    void aFileWithoutOneHasNone() {
        assertThat(raw.forecaster().toFile().section(ForecasterFile.SECTION, JsonValue::asObject).members())
                .doesNotContainKey("floors");
        assertThat(ForecasterFile.of(raw.forecaster().toFile()).floors()).isEqualTo(Floors.NONE);
    }

    @Test
    void aFileWithFloorsOfOtherTargetsIsRefused() {
        ModelFile file = floored.forecaster().toFile();
        JsonObject section = file.section(ForecasterFile.SECTION, JsonValue::asObject);
        ObjectBuilder wrong = JsonValue.object();
        section.members().forEach(wrong::put);
        wrong.put("floors", new Floors(List.of(OptionalDouble.of(0), OptionalDouble.of(0))).toJson());

        assertThatThrownBy(() -> ForecasterFile.of(file.with(ForecasterFile.SECTION, wrong.build())))
                .isInstanceOf(ModelFileException.class).hasMessageContaining("floors should be 1, but are 2");
    }

    private static List<Double> judged(TrainedForecaster trained) {
        List<Double> all = new ArrayList<>();
        for (JudgedForecast one : trained.forecaster().foretell(trained.testWindows(), COMPUTE)) {
            for (double[] ofStep : one.quantiles().orElseThrow().values()) {
                for (double value : ofStep) {
                    all.add(value);
                }
            }
            for (double value : one.point()) {
                all.add(value);
            }
        }
        return all;
    }

    private static List<Double> values(Forecaster forecaster) {
        return values(forecaster.forecast(counts(), 4, COMPUTE).getFirst());
    }

    private static List<Double> values(Forecast forecast) {
        List<Double> all = new ArrayList<>(forecast.mean());
        forecast.quantiles().forEach(all::addAll);
        return all;
    }

    private static TrainedForecaster train(FloorRule floor, TimeSeries series) {
        return new ForecastTrainer(settings(floor), COMPUTE).train(List.of(series));
    }

    private static ForecastSettings settings(FloorRule floor) {
        ForecastSettings settings = Waves.settings(2);
        return settings.withOptimization(settings.optimization().withLoss(ForecastLosses.named("quantiles")))
                .withFloor(floor);
    }

    /// Whole numbers by day, nothing by night.
    private static TimeSeries counts() {
        double[] load = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            load[hour] = Math.max(0, StrictMath.rint(10 * StrictMath.sin((hour - 12) * 2 * Math.PI / 24) + hour % 3));
        }
        return Waves.series("", load);
    }

    private static TimeSeries with(int hour, double value) {
        TimeSeries counts = counts();
        double[] load = counts.column("load");
        load[hour] = value;
        return counts.withColumn("load", load);
    }
}
