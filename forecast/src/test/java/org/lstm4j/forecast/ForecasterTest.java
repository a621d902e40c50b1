package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.nn.Parameter;
import org.lstm4j.train.History;

class ForecasterTest {

    private static final int DAY = 24;

    @Test
    void aWaveIsLinearAndTheVerdictSaysSo() {
        TrainedForecaster trained = train(wave(1200, 7), settings(12));
        Evaluation test = trained.test();

        assertThat(test.baselines().keySet()).containsExactly("naive", "seasonal_naive", "drift", "nlinear");
        for (String naive : List.of("naive", "seasonal_naive", "drift")) {
            assertThat(test.model().mase()).isLessThan(Objects.requireNonNull(test.baselines().get(naive)).mase());
        }
        assertThat(test.verdict()).startsWith("the LSTM does not beat every baseline")
                .contains("nlinear, the best of them; chance hardly explains it: p < 0.001");
        assertThat(trained.test().modelBySteps()).hasSize(6);
        assertThat(trained.choices()).extracting(Choice::name).containsExactly("season", "lookback", "calendar");
    }

    @Test
    void saysSoWhenABaselineWins() {
        TrainedForecaster trained = train(wave(600, 0), settings(1));

        assertThat(trained.test().beatsBaselines()).isFalse();
        assertThat(trained.test().verdict()).startsWith("the LSTM does not beat every baseline");
    }

    /// Nothing that happens in the calibration and test parts may change the model, nor what is learnt on the way.
    @Test
    void whatComesAfterTheValidationPartChangesNothingButTheJudgement() {
        TimeSeries series = wave(600, 7);
        double[] other = series.column("load");
        Arrays.fill(other, 420, 600, 5000);
        ForecastSettings settings = settings(2).withSplit(new SplitShares(0.1, 0.1, 0.2, false));

        TrainedForecaster first = train(series, settings);
        TrainedForecaster second = train(series.withColumn("load", other), settings);

        assertThat(weightBits(second)).isEqualTo(weightBits(first));
        assertThat(losses(second)).isEqualTo(losses(first));
        assertThat(second.test().model().mae()).isNotEqualTo(first.test().model().mae());
    }

    /// The validation part chooses the epoch, but no gradient comes from it.
    @Test
    void theValidationPartTrainsNothing() {
        TimeSeries series = wave(600, 7);
        double[] other = series.column("load");
        Arrays.fill(other, 420, 480, 5000);

        List<History.Epoch> first = train(series, settings(2)).history().epochs();
        List<History.Epoch> second = train(series.withColumn("load", other), settings(2)).history().epochs();

        assertThat(second).extracting(History.Epoch::loss)
                .isEqualTo(first.stream().map(History.Epoch::loss).toList());
        assertThat(second.getLast().validationLoss()).isNotEqualTo(first.getLast().validationLoss());
    }

    @Test
    void shuffledSplitWarnsThatItFlatters() {
        TrainedForecaster trained = train(
                wave(400, 7), settings(1).withSplit(new SplitShares(0.1, 0, 0.2, true)));
        assertThat(trained.test().notes()).anyMatch(note -> note.contains("split at random"));
    }

    @Test
    void trainsOneModelOnSeveralSeriesOfDifferentScale() {
        TimeSeries small = rename("small", wave(400, 7), 1);
        TimeSeries large = rename("large", wave(500, 3), 1000);
        TrainedForecaster trained = new ForecastTrainer(settings(6), Compute.shared()).train(List.of(small, large));

        Forecast forecast = trained.forecaster().forecast(large, 6, Compute.shared()).getFirst();
        assertThat(forecast.series()).isEqualTo("large");
        assertThat(forecast.mean()).allMatch(value -> value > 50_000 && value < 150_000);
    }

    /// What is known of a series is kept under its name: of two, one would be scaled and judged by the other's.
    @Test
    void refusesTwoSeriesOfOneName() {
        List<TimeSeries> twice = List.of(rename("a", wave(400, 7), 1), rename("a", wave(400, 7), 1000));

        assertThatThrownBy(() -> new ForecastTrainer(settings(1), Compute.shared()).train(twice))
                .isInstanceOf(DataException.class).hasMessageContaining("two series have the name 'a'");
    }

    @Test
    void forecastsBeginAfterTheLastObservedTarget() {
        TimeSeries series = wave(500, 7);
        double[] values = series.column("load");
        Arrays.fill(values, 490, 500, Double.NaN);
        TrainedForecaster trained = train(series, settings(1));

        Forecast forecast = trained.forecaster().forecast(series.withColumn("load", values), 6, Compute.shared())
                .getFirst();

        assertThat(forecast.timeline().instantMillis(0)).isEqualTo(series.timeline().instantMillis(490));
        assertThat(forecast.horizon()).isEqualTo(6);
    }

    @Test
    void asksForFutureColumnsUpToTheHorizon() {
        TimeSeries series = wave(500, 7).withColumn("holiday", new double[500]);
        ForecastSettings settings = settings(1).withColumns(ColumnRoles.targets(List.of("load")).withFuture("holiday"));
        Forecaster forecaster = train(series, settings).forecaster();

        assertThatThrownBy(() -> forecaster.forecast(series, 6, Compute.shared()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("future column 'holiday'")
                .hasMessageContaining("values up to 2026-01-22T01:00Z");
    }

    @Test
    void refusesWhatItWasNotTrainedFor() {
        TimeSeries series = wave(500, 7);
        Forecaster forecaster = train(series, settings(1)).forecaster();
        TimeSeries daily = TimeSeries.ofColumn(
                Timeline.of(0, Frequency.parse("D"), java.time.ZoneOffset.UTC), "load", new double[100]);

        assertThatThrownBy(() -> forecaster.forecast(series, 7, Compute.shared()))
                .hasMessageContaining("--horizon 6 or less");
        assertThatThrownBy(() -> forecaster.forecast(series.slice(0, 10), 6, Compute.shared()))
                .hasMessageContaining("--lookback 10 or less");
        assertThatThrownBy(() -> forecaster.forecast(daily, 6, Compute.shared()))
                .hasMessageContaining("steps of 1 hour");
    }

    @Test
    void saysTheLargestLookbackForAShortSeries() {
        ForecastSettings settings = settings(1).withLookback(OptionalInt.of(48));
        assertThatThrownBy(() -> train(wave(60, 7), settings))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("use --lookback 36 or less");
    }

    @Test
    void saysTheLargestHorizonThatLeavesRoom() {
        ForecastSettings settings = ForecastSettings.horizon(30, "load").withLookback(OptionalInt.of(24));

        assertThatThrownBy(() -> train(wave(80, 7), settings)).hasMessageContaining("use --horizon 18 or less");
        assertThat(train(wave(80, 7), shortened(settings, 18)).trainingWindows()).isPositive();
        assertThatThrownBy(() -> train(wave(80, 7), shortened(settings, 19))).isInstanceOf(DataException.class);
    }

    @Test
    void saysHowManyStepsItTakesWhenNoHorizonLeavesRoom() {
        ForecastSettings settings = ForecastSettings.horizon(24, "load").withLookback(OptionalInt.of(24));

        assertThatThrownBy(() -> train(wave(20, 7), settings)).hasMessageContaining("bring at least 96 steps")
                .hasMessageContaining("--horizon 6 --lookback 2 or less");
        assertThat(train(wave(96, 7), shortened(settings, 24)).trainingWindows()).isPositive();
        assertThatThrownBy(() -> train(wave(95, 7), settings)).isInstanceOf(DataException.class);
    }

    @Test
    void refusesValuesWhoseSquareIsBeyondDoublePrecision() {
        TimeSeries series = wave(200, 7);
        double[] values = series.column("load");
        values[17] = 1e300;

        assertThatThrownBy(() -> train(series.withColumn("load", values), settings(1)))
                .isInstanceOf(DataException.class).hasMessageContaining("column 'load'")
                .hasMessageContaining("1.0E300 at 2026-01-01T17:00Z");
    }

    @Test
    void keepsTheBestEpochWhenTrainingDivergesLater() {
        ForecastSettings settings = settings(9)
                .withOptimization(diverging(OptimizationSettings.standard().withEpochs(9), 30));
        TrainedForecaster trained = train(wave(400, 7), settings);

        assertThat(trained.divergence()).hasValueSatisfying(
                reason -> assertThat(reason).hasMessageContaining("the weights of epoch"));
        assertThat(trained.history().epochs()).hasSizeBetween(1, 8);
        assertThat(trained.test().model().mae()).isFinite();
    }

    @Test
    void throwsWhenTrainingDivergesBeforeAnythingIsLearnt() {
        ForecastSettings settings = settings(9)
                .withOptimization(diverging(OptimizationSettings.standard().withEpochs(9), 2));

        assertThatThrownBy(() -> train(wave(400, 7), settings)).isInstanceOf(TrainingException.class)
                .hasMessageContaining("epoch 1, batch 3");
    }

    private static OptimizationSettings diverging(OptimizationSettings settings, int batches) {
        return settings.withLoss(Waves.diverging(batches));
    }

    private static ForecastSettings shortened(ForecastSettings settings, int horizon) {
        return ForecastSettings.horizon(horizon, "load").withLookback(settings.lookback())
                .withOptimization(OptimizationSettings.standard().withEpochs(1));
    }

    private static TrainedForecaster train(TimeSeries series, ForecastSettings settings) {
        return new ForecastTrainer(settings, Compute.shared()).train(List.of(series));
    }

    private static ForecastSettings settings(int epochs) {
        return ForecastSettings.horizon(6, "load").withOptimization(OptimizationSettings.standard().withEpochs(epochs));
    }

    private static TimeSeries rename(String name, TimeSeries series, double factor) {
        double[] values = Arrays.stream(series.column("load")).map(value -> value * factor).toArray();
        return TimeSeries.of(name, series.timeline(), List.of("load"), new double[][]{values});
    }

    /// A day's wave around 100, with a second wave of another period on top.
    private static TimeSeries wave(int hours, double second) {
        double[] load = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            load[hour] = 100 + 20 * StrictMath.sin(hour * 2 * Math.PI / DAY) + second * StrictMath.sin(hour * 0.17);
        }
        Timeline timeline = Timeline.of(1_767_225_600_000L, Frequency.parse("h"), java.time.ZoneOffset.UTC);
        return TimeSeries.ofColumn(timeline, "load", load);
    }

    private static List<Double> losses(TrainedForecaster trained) {
        return trained.history().epochs().stream().flatMap(epoch -> Stream.of(epoch.loss(), epoch.validationLoss()))
                .toList();
    }

    private static List<Integer> weightBits(TrainedForecaster trained) {
        return trained.forecaster().network().parameters().stream()
                .map(Parameter::value)
                .map(Arrays::hashCode)
                .toList();
    }
}
