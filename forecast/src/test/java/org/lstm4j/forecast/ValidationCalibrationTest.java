package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.conformal.ConformalSettings;
import org.lstm4j.forecast.conformal.QuantileMoves;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.model.ModelFile;
import org.lstm4j.optim.Adam;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

/// Twelve years of months, too few for a calibration part: validation windows say how wide intervals must be.
class ValidationCalibrationTest {

    private static final Compute COMPUTE = Compute.shared();
    private static final int MONTHS = 144;
    private static final int HORIZON = 12;
    /// A fifth of 144 is the test part, a tenth before it the validation part.
    private static final int TEST_FROM = 116;
    private static final int VALIDATION_FROM = 102;
    private static final int NOISY_FROM = 90;

    private static TrainedForecaster raw;
    private static TrainedForecaster calibrated;

    @BeforeAll
    static void train() {
        raw = train(settings().withCalibration(CalibrationSource.NONE), months());
        calibrated = train(settings(), months());
    }

    /// Networks that go on until they know the training part by heart are far too sure of what comes after it.
    @Test
    void intervalsHoldWhatTheySayAndWithoutItDoNot() {
        ForecastSettings byHeart = settings().withOptimization(settings().optimization().withEarlyStopping(0));
        IntervalMetrics without = intervals(byHeart.withCalibration(CalibrationSource.NONE));
        IntervalMetrics with = intervals(byHeart);

        assertThat(without.coverage80()).isLessThan(0.5);
        assertThat(with.coverage80()).isBetween(0.65, 0.95);
        assertThat(without.coverage95()).isLessThan(0.7);
        assertThat(with.coverage95()).isBetween(0.8, 1.0);
    }

    private static IntervalMetrics intervals(ForecastSettings settings) {
        return train(settings, months()).test().intervals().orElseThrow().model();
    }

    @Test
    void theSettingsOfAShortSeriesAskForIt() {
        assertThat(settings().calibration()).isEqualTo(CalibrationSource.VALIDATION);
        assertThat(settings().withSplit(new SplitShares(0.1, 0.1, 0.2, false)).calibration())
                .isEqualTo(CalibrationSource.PART);
        assertThat(ForecastSettings.horizon(3, "load").calibration()).isEqualTo(CalibrationSource.NONE);
    }

    @Test
    void theChoiceIsToldWithItsWeakness() {
        assertThat(calibrated.choices()).contains(new Choice("calibration", "validation",
                "there is no calibration part, so"
                        + " validation windows (3) said how wide intervals must be; they chose the epoch too, which may leave"
                        + " them a little too narrow"));
        assertThat(raw.choices()).noneMatch(choice -> choice.name().equals("calibration"));
    }

    @Test
    void nothingButQuantilesBesideTheMedianMoves() {
        Forecast plain = forecast(raw.forecaster());
        Forecast moved = forecast(calibrated.forecaster());
        int median = plain.levels().indexOf(0.5);

        assertThat(moved.mean()).isEqualTo(plain.mean());
        for (int step = 0; step < HORIZON; step++) {
            List<Double> before = plain.quantiles().get(step);
            List<Double> after = moved.quantiles().get(step);
            assertThat(after.get(median)).isEqualTo(before.get(median));
            assertThat(after.getFirst()).isLessThan(before.getFirst());
            assertThat(after.getLast()).isGreaterThan(before.getLast());
        }
    }

    /// What the networks say that have not seen the validation part, though other ones are kept.
    @Test
    void theNetworksBeforeTheRefitAreCalibrated() {
        ForecastSettings keeping = settings()
                .withOptimization(settings().optimization().withFinish(Finish.KEEP))
                .withCalibration(CalibrationSource.NONE);
        Forecaster before = train(keeping, months()).forecaster();
        ConformalSettings outwards = new ConformalSettings().withMoves(QuantileMoves.OUTWARDS);

        assertThat(calibrated.forecaster().calibration().orElseThrow()).isEqualTo(byHand(before, outwards))
                .isNotEqualTo(byHand(raw.forecaster(), outwards));
        assertThat(calibrated.forecaster().network().parameters().getFirst().value())
                .isEqualTo(raw.forecaster().network().parameters().getFirst().value())
                .isNotEqualTo(before.network().parameters().getFirst().value());
    }

    private static ConformalCalibration byHand(Forecaster forecaster, ConformalSettings how) {
        WindowSamples windows = WindowSamples.of(forecaster.form())
                .add(forecaster.prepare(months()), VALIDATION_FROM, TEST_FROM)
                .build();
        return new CalibrationFit(forecaster, COMPUTE).fit(windows, how);
    }

    @Test
    void theTestPartDecidesNothing() {
        TimeSeries months = months();
        double[] load = months.column("load");
        Arrays.fill(load, TEST_FROM, MONTHS, 5000);
        TrainedForecaster other = train(settings(), months.withColumn("load", load));

        assertThat(other.forecaster().calibration()).isEqualTo(calibrated.forecaster().calibration());
        assertThat(other.choices()).isEqualTo(calibrated.choices());
    }

    /// Windows lie well inside of the intervals of a network that knows next to nothing.
    @Test
    void intervalsAreNeverMadeNarrower() {
        ForecastSettings wide = settings().withOptimization(settings().optimization()
                .withLoss(ForecastLosses.named("gaussian:5")).withEpochs(1));
        ConformalCalibration learnt = train(wide, months()).forecaster().calibration().orElseThrow();

        assertThat(learnt.offsets()).allSatisfy(ofStep -> assertThat(ofStep).containsOnly(0.0, -0.0));
    }

    @Test
    void aModelOfOneNumberGetsNoIntervalsFromIt() {
        ForecastSettings points = settings().withOptimization(settings().optimization()
                .withLoss(ForecastLosses.named("mae")).withEpochs(1));
        Forecaster forecaster = train(points, months()).forecaster();

        assertThat(forecaster.givesQuantiles()).isFalse();
        assertThat(forecaster.calibrationSource()).isEqualTo(CalibrationSource.NONE);
    }

    @Test
    void theFileSaysWhatCalibrated(@TempDir Path folder) {
        Path file = folder.resolve("m.lstm4j");
        calibrated.forecaster().toFile().write(file);
        Forecaster again = ForecasterFile.read(file);

        assertThat(again.calibrationSource()).isEqualTo(CalibrationSource.VALIDATION);
        assertThat(forecast(again)).isEqualTo(forecast(calibrated.forecaster()));
    }

    @Test
    void aFileThatDoesNotSayItIsOfACalibrationPart() {
        ModelFile file = calibrated.forecaster().toFile();
        ObjectBuilder older = JsonValue.object();
        JsonObject section = file.section(ForecasterFile.SECTION, JsonValue::asObject);
        section.members().forEach((name, value) -> {
            if (!name.equals("calibrated_on")) {
                older.put(name, value);
            }
        });
        Forecaster again = ForecasterFile.of(file.with(ForecasterFile.SECTION, older.build()));

        assertThat(section.members()).containsKey("calibrated_on");
        assertThat(again.calibrationSource()).isEqualTo(CalibrationSource.PART);
        assertThat(again.calibration()).isEqualTo(calibrated.forecaster().calibration());
    }

    @Test
    void aSourceMustFitTheSplit() {
        ForecastSettings settings = settings();
        assertThatThrownBy(() -> settings.withCalibration(CalibrationSource.PART))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "intervals are to be calibrated on the calibration part, but the split has a calibration part"
                                + " of 0.0; give such a part, and only then, a share above 0 with withSplit");
        assertThatThrownBy(() -> CalibrationSource.of("validating")).hasMessage(
                "intervals cannot be calibrated on 'validating'; expected one of none, validation, part; did you mean"
                        + " 'validation'? choose one of these");
    }

    private static Forecast forecast(Forecaster forecaster) {
        return forecaster.forecast(months(), HORIZON, COMPUTE).getFirst();
    }

    private static TrainedForecaster train(ForecastSettings settings, TimeSeries series) {
        return new ForecastTrainer(settings, COMPUTE).train(List.of(series));
    }

    /// Those of the rule, with two small networks and no trials.
    private static ForecastSettings settings() {
        List<TimeSeries> series = List.of(months());
        ForecastSettings rule = AutomaticSettings.of(series, HORIZON, ColumnRoles.targets(List.of("load")),
                AutomaticSettings.split(series, HORIZON));
        return rule.withWindowScaling(WindowScaling.REVIN).withSkip(Skip.LINEAR)
                .withNetwork(rule.network().withHidden(12))
                .withOptimization(rule.optimization().withNetworks(2).withOptimizer(new Adam(0.01)));
    }

    /// Growth, a season in proportion, and noise that most of the training part knows nothing of.
    private static TimeSeries months() {
        RandomStream random = new RandomStreams(5).stream("months");
        double[] load = new double[MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            double level = 100 * (1 + 0.01 * month);
            double year = 1 + 0.2 * StrictMath.sin(2 * Math.PI * month / 12);
            double deviation = month < NOISY_FROM ? 0.01 : 0.06;
            load[month] = level * year * (1 + deviation * random.nextGaussian());
        }
        return TimeSeries.ofColumn(Timeline.of(0, Frequency.parse("M"), ZoneOffset.UTC), "load", load);
    }
}
