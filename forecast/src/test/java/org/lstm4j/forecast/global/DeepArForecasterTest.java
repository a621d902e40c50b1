package org.lstm4j.forecast.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.forecast.global.Hours.HORIZON;
import static org.lstm4j.forecast.global.Hours.wave;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.model.WeightsHash;

class DeepArForecasterTest {

    private static final Compute COMPUTE = Compute.shared();

    private static TrainedGlobal trained;
    private static GlobalForecaster forecaster;

    @BeforeAll
    static void train() {
        trained = Hours.train(Hours.settings(), Hours.deepAr(2, "gaussian"), Hours.three());
        forecaster = trained.forecaster();
    }

    @Test
    void evaluateJudgesTheTestPartAgainWithIntervals() {
        assertThat(forecaster.evaluate(Hours.three(), COMPUTE)).isEqualTo(trained.test());
        assertThat(trained.test().intervals().orElseThrow().bySteps()).hasSize(HORIZON);
        assertThat(trained.history().epochs()).hasSize(2)
                .allSatisfy(epoch -> assertThat(epoch.validationLoss()).isFinite());
    }

    @Test
    void aFileGivesTheSameForecastsAndTheSameFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("m.lstm4j");
        forecaster.toFile().write(file);
        var read = ForecastModelFile.read(file);
        Path again = folder.resolve("again.lstm4j");
        read.toFile().write(again);
        TimeSeries series = Hours.three().get(1);

        assertThat(read.forecast(series, 4, COMPUTE)).isEqualTo(forecaster.forecast(series, 4, COMPUTE));
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
        assertThat(read.schema().calendar()).containsExactly(CalendarFeature.DAY_SINE, CalendarFeature.DAY_COSINE);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        try (Compute one = Compute.withThreads(1); Compute three = Compute.withThreads(3)) {
            TrainedGlobal alone = new GlobalTrainer(Hours.calibrating(), Hours.deepAr(1, "student-t"), one)
                    .train(Hours.three(), _ -> {});
            TrainedGlobal together = new GlobalTrainer(Hours.calibrating(), Hours.deepAr(1, "student-t"), three)
                    .train(Hours.three(), _ -> {});
            assertThat(together.test()).isEqualTo(alone.test());
            assertThat(together.forecaster().calibration()).isEqualTo(alone.forecaster().calibration()).isPresent();
        }
    }

    @Test
    void theTestPartChangesNoWeight() {
        double[] other = wave(240, 10);
        Arrays.fill(other, 192, 240, 77);
        GlobalForecaster one = Hours.train(Hours.settings(), Hours.deepAr(1, "gaussian"),
                List.of(Hours.series("a", wave(240, 10)))).forecaster();
        GlobalForecaster two = Hours.train(Hours.settings(), Hours.deepAr(1, "gaussian"),
                List.of(Hours.series("a", other))).forecaster();

        assertThat(WeightsHash.sha256(two.network().parameters()))
                .isEqualTo(WeightsHash.sha256(one.network().parameters()));
    }

    @Test
    void whatComesAfterAnOriginDoesNotChangeItsForecast() {
        TimeSeries whole = Hours.three().getFirst();
        List<Forecast> known = forecaster.forecast(whole.slice(0, 200), HORIZON, COMPUTE);

        assertThat(forecaster.forecastFrom(whole, List.of(150, 200), COMPUTE).get(1)).isEqualTo(known);
    }

    @Test
    void anySeriesOfTheFrequencyIsForetold() {
        TimeSeries another = Hours.series("z", wave(20, 40));

        assertThat(forecaster.remark(another)).isEmpty();
        Forecast forecast = forecaster.forecast(another, 2, COMPUTE).getFirst();
        assertThat(forecast.quantiles()).allSatisfy(step -> assertThat(step).isSorted());
        assertThat(forecast.mean().getFirst()).isEqualTo(forecast.quantiles().getFirst().get(5));
        assertThatThrownBy(() -> forecaster.forecast(Hours.at("D", 0, "a", wave(240, 10)), 2, COMPUTE))
                .hasMessageContaining("the model was trained on steps of 1 hour");
    }

    @Test
    void futureColumnsMustReachTheEndOfTheForecast() {
        TimeSeries series = withColumn(Hours.series("a", wave(240, 10)), "open", 240);
        GlobalForecaster reading = Hours.train(ahead("open"), Hours.deepAr(1, "gaussian"), List.of(series))
                .forecaster();
        double[] gap = series.column("load");
        Arrays.fill(gap, 236, 240, Double.NaN);

        assertThat(reading.forecast(series.withColumn("load", gap), 4, COMPUTE).getFirst().horizon()).isEqualTo(4);
        assertThatThrownBy(() -> reading.forecast(series.withColumn("load", gap), 5, COMPUTE))
                .isInstanceOf(DataException.class)
                .hasMessage("the future column 'open' of series 'a' ends too early; expected values up to"
                        + " 2026-01-11T00:00Z; received values up to 2026-01-10T23:00Z; add rows with 'open' for the"
                        + " steps to forecast, targets left empty");
    }

    @Test
    void whatIsKnownAheadChangesTheForecast() {
        TimeSeries series = withColumn(Hours.series("a", wave(240, 10)), "open", 240);
        GlobalForecaster reading = Hours.train(ahead("open"), Hours.deepAr(1, "gaussian"), List.of(series))
                .forecaster();
        double[] other = series.column("open");
        Arrays.fill(other, 200, 206, 40);

        assertThat(reading.forecastFrom(series.withColumn("open", other), List.of(200), COMPUTE))
                .isNotEqualTo(reading.forecastFrom(series, List.of(200), COMPUTE));
    }

    @Test
    void aLikelihoodRefusesValuesItIsNotDefinedFor() {
        double[] values = Arrays.stream(wave(240, 10)).map(Math::rint).toArray();
        values[7] = -2;
        assertThatThrownBy(() -> Hours.train(Hours.settings(), Hours.deepAr(1, "negative-binomial"),
                List.of(Hours.series("", values))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "the likelihood negative-binomial is not defined for values below 0; expected no"
                                + " such value in series 'load'; received -2.0 at step 7 (counted from 0): ")
                .hasMessageEndingWith("choose a likelihood for all numbers, such as gaussian or student-t");
        assertThatThrownBy(() -> Hours.train(Hours.settings(), Hours.deepAr(1, "negative-binomial"), Hours.three()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "the likelihood negative-binomial is not defined for values between counts; expected"
                                + " no such value in series 'load of a'; received 10.");
        values[7] = 0;
        assertThatThrownBy(() -> Hours.train(Hours.settings(), Hours.deepAr(1, "log-normal"),
                List.of(Hours.series("", values))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "the likelihood log-normal is not defined for values of 0; expected no such value"
                                + " in series 'load'; received 0.0 at step 7 (counted from 0): ");
    }

    @Test
    void gapsAndSeriesOfZerosAreTrainedOn() {
        double[] gaps = wave(240, 10);
        Arrays.fill(gaps, 30, 60, Double.NaN);
        for (String likelihood : List.of("student-t", "gaussian")) {
            TrainedGlobal zeros = Hours.train(Hours.settings(), Hours.deepAr(1, likelihood),
                    List.of(Hours.series("gaps", gaps), Hours.series("zeros", new double[240])));
            assertThat(
                    zeros.forecaster().forecast(Hours.series("zeros", new double[240]), 3, COMPUTE).getFirst().mean())
                    .as(likelihood).allSatisfy(value -> assertThat(value).isFinite());
            assertThat(zeros.test().notes()).anySatisfy(note -> assertThat(note).contains("load of zeros"));
        }
        assertThat(Hours.train(Hours.settings(), Hours.deepAr(1, "log-normal"), List.of(Hours.series("gaps", gaps)))
                .test().model().mae()).isFinite();
    }

    @Test
    void calibratedCountsAreNotBelow0() {
        double[] counts = new double[240];
        Arrays.setAll(counts, step -> step % 5 == 0 ? 3 : 0);
        Arrays.fill(counts, 50, 60, Double.NaN);
        GlobalForecaster calibrated = Hours.train(Hours.calibrating(), Hours.deepAr(1, "negative-binomial"),
                List.of(Hours.series("", counts))).forecaster();

        assertThat(calibrated.forecast(Hours.series("", counts), 4, COMPUTE).getFirst().quantiles())
                .allSatisfy(step -> assertThat(step).isSorted().allMatch(value -> value >= 0));
    }

    @Test
    void everyTargetIsASeriesOfItsOwn() {
        TimeSeries two = withColumn(Hours.series("", wave(240, 10)), "heat", 240);
        GlobalSettings both = GlobalSettings.horizon(HORIZON, ColumnRoles.targets(List.of("load", "heat")));
        TrainedGlobal trainedOnBoth = Hours.train(both, Hours.deepAr(1, "gaussian"), List.of(two));

        assertThat(trainedOnBoth.forecaster().facts()).containsOnlyKeys("load", "heat");
        assertThat(trainedOnBoth.forecaster().forecast(two, 2, COMPUTE)).extracting(Forecast::target)
                .containsExactly("load", "heat");
        assertThat(trainedOnBoth.test().windows()).isEqualTo(43);
    }

    @Test
    void columnsKnownUpToNowAreRefused() {
        GlobalSettings past = GlobalSettings.horizon(HORIZON, ColumnRoles.targets(List.of("load")).withPast("temp"));
        assertThatThrownBy(() -> Hours.train(past, Hours.deepAr(1, "gaussian"), Hours.three()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "--model deepar cannot read columns that are known up to now: it would have to foretell them"
                                + " too; expected columns known ahead, with --future; received --past temp; leave out"
                                + " --past, or use --model direct");
    }

    private static GlobalSettings ahead(String... columns) {
        return GlobalSettings.horizon(HORIZON, ColumnRoles.targets(List.of("load")).withFuture(columns));
    }

    private static TimeSeries withColumn(TimeSeries series, String column, int steps) {
        double[] values = new double[steps];
        Arrays.setAll(values, step -> 1 + step / 8 % 2);
        return series.withColumn(column, values);
    }
}
