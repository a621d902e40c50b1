package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lstm4j.ConfigurationException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.metrics.Metrics;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.forecast.prepare.WindowSpec;
import org.lstm4j.json.Json;
import org.lstm4j.nn.Sequential;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.Model;

/// Of 300 hours the first 210 are seen; the last 30 of them make three blocks, from 180, 190 and 200 on.
class RollingValidationTest {

    private static final int ALL = Integer.MAX_VALUE;
    private static final RollingPlan PLAN = RollingPlan.standard();

    @Test
    void whatComesAfterTheValidationPartChangesNothing() {
        RollingResult first = judge(Waves.hours(300), Waves.settings(3));
        RollingResult second = judge(Waves.changedFrom(210, Waves.hours(300)), Waves.settings(3));
        RollingResult third = judge(Waves.changedFrom(209, Waves.hours(300)), Waves.settings(3));

        assertThat(second).isEqualTo(first);
        assertThat(third.folds().subList(0, 2)).isEqualTo(first.folds().subList(0, 2));
        assertThat(third.folds().getLast()).isNotEqualTo(first.folds().getLast());
    }

    /// The same without any of the classes that make parts and fit.
    @Test
    void aFoldIsAFitOnWhatCameBeforeItsBlock() {
        TimeSeries series = Waves.hours(300);
        ForecastSettings settings = Waves.settings(3);
        FoldResult second = judge(series, settings).folds().get(1);

        WindowSpec window = new WindowSpec(8, 4);
        FeatureSchema schema = new FeatureSchema(List.of("load"), List.of(), List.of(),
                List.of(CalendarFeature.DAY_SINE, CalendarFeature.DAY_COSINE));
        List<FittedScaler> scalers = PreparedSeries.fit(series, schema, settings.scaling(), 190);
        WindowForm form = new WindowForm(schema, window, WindowScaling.NONE);
        PreparedSeries prepared = PreparedSeries.of(series, form, scalers);
        WindowSamples train = WindowSamples.of(form).add(prepared, 0, 190).build();
        WindowSamples block = WindowSamples.of(form).add(prepared, 190, 200).build();
        Sequential network = settings.network().build(form, 1, 1, false, 42);
        Model model = Model.compile(network, new Adam(0.001), settings.optimization().loss());
        History history = model.fit(train,
                FitOptions.epochs(3).withClipNorm(1).withSeed(42).withValidation(block).withEarlyStopping(5));

        assertThat(second.trainingWindows()).isEqualTo(179).isEqualTo(train.count());
        assertThat(second.judgedWindows()).isEqualTo(7).isEqualTo(block.count());
        assertThat(second.epochs()).isEqualTo(3);
        assertThat(second.bestEpoch()).isEqualTo(history.bestEpoch());
        double scale = Metrics.seasonalNaiveError(series.slice(0, 190).column("load"), 24);
        assertThat(second.model().mase()).isCloseTo(meanAbsoluteError(model, block) / scale, within(1e-12));
        assertThat(Objects.requireNonNull(second.baselines().get("naive")).mase())
                .isCloseTo(naiveError(series.column("load"), block) / scale, within(1e-12));
    }

    private static double meanAbsoluteError(Model model, WindowSamples windows) {
        Tensor said = model.predict(windows);
        double sum = 0;
        for (int sample = 0; sample < windows.count(); sample++) {
            for (int step = 0; step < 4; step++) {
                PreparedSeries series = windows.series(sample);
                int origin = windows.origin(sample);
                double value = series.unit(0, origin).original(said.data()[4 * sample + step], step);
                sum += Math.abs(series.target(0)[origin + step] - value);
            }
        }
        return sum / (4 * windows.count());
    }

    private static double naiveError(double[] values, WindowSamples windows) {
        double sum = 0;
        for (int sample = 0; sample < windows.count(); sample++) {
            int origin = windows.origin(sample);
            for (int step = 0; step < 4; step++) {
                sum += Math.abs(values[origin + step] - values[origin - 1]);
            }
        }
        return sum / (4 * windows.count());
    }

    /// With one fold it is what training itself does up to the test part.
    @Test
    void oneFoldTrainsAsTheTrainerDoes() {
        ForecastSettings settings = Waves.settings(4);
        RollingResult result = validation(Waves.hours(300), settings, PLAN.withFolds(1))
                .judge(settings, ALL, Compute.shared(), () -> false).orElseThrow();

        TrainedForecaster trained = new ForecastTrainer(settings, Compute.shared()).train(List.of(Waves.hours(300)));
        double validated = new WindowJudge(trained.forecaster(), Compute.shared())
                .judge(windows(trained.forecaster(), Waves.hours(300), 180, 210), List.of()).model().mase();

        assertThat(result.error()).isEqualTo(validated);
        assertThat(result.folds().getFirst().bestEpoch()).isEqualTo(trained.history().bestEpoch());
    }

    private static WindowSamples windows(Forecaster forecaster, TimeSeries series, int from, int to) {
        return WindowSamples.of(forecaster.form()).add(forecaster.prepare(series), from, to)
                .build();
    }

    @Test
    void theErrorIsTheMeanOverTheFolds() {
        RollingResult result = judge(Waves.hours(300), Waves.settings(2));
        List<FoldResult> folds = result.folds();

        assertThat(result.measure()).isEqualTo(PointMetric.MASE);
        assertThat(result.error()).isEqualTo(
                (folds.get(0).model().mase() + folds.get(1).model().mase() + folds.get(2).model().mase()) / 3);
        assertThat(result.baselines()).containsOnlyKeys("naive", "seasonal_naive", "drift");
        assertThat(Json.write(result.toJson())).startsWith("{\"measure\":\"mase\",\"error\":" + result.error()
                + ",\"baselines\":{\"naive\":" + result.baselines().get("naive") + ",")
                .contains(",\"folds\":[{\"error\":" + folds.getFirst().model().mase())
                .contains("\"training_windows\":169,\"judged_windows\":7,\"epochs\":2,\"best_epoch\":2}");
    }

    /// Baselines see whole histories, so their errors tell which windows were judged.
    @Test
    void differentLookbacksAreJudgedOnTheSameWindows() {
        ForecastSettings settings = Waves.settings(1);
        RollingValidation validation = validation(Waves.hours(300), settings, PLAN.withMostJudgedWindows(5));
        RollingResult near = validation
                .judge(settings.withLookback(OptionalInt.of(3)), ALL, Compute.shared(), () -> false)
                .orElseThrow();
        RollingResult far = validation
                .judge(settings.withLookback(OptionalInt.of(120)), 9, Compute.shared(), () -> false)
                .orElseThrow();

        for (int fold = 0; fold < 3; fold++) {
            assertThat(far.folds().get(fold).judgedWindows()).isEqualTo(5);
            assertThat(far.folds().get(fold).baselines()).isEqualTo(near.folds().get(fold).baselines());
        }
        assertThat(near.folds()).extracting(FoldResult::trainingWindows).containsExactly(174, 184, 194);
        assertThat(far.folds()).extracting(FoldResult::trainingWindows).containsExactly(9, 9, 9);
    }

    @Test
    void fewerTrainingWindowsAreFewerOfTheSame() {
        ForecastSettings settings = Waves.settings(2);
        RollingValidation validation = validation(Waves.hours(300), settings, PLAN);

        assertThat(validation.trainingWindows(settings)).isEqualTo(169);
        assertThat(validation.lookback(settings)).isEqualTo(8);
        assertThat(validation.judge(settings, 169, Compute.shared(), () -> false).orElseThrow().folds().getFirst())
                .isEqualTo(judge(Waves.hours(300), settings).folds().getFirst());
        assertThat(validation.judge(settings, 168, Compute.shared(), () -> false).orElseThrow().folds().getFirst())
                .isNotEqualTo(judge(Waves.hours(300), settings).folds().getFirst());
    }

    @Test
    void eachSeriesIsScaledByItself() {
        TimeSeries small = Waves.named("small", Waves.hours(300), 1);
        TimeSeries large = Waves.named("large", Waves.hours(400), 1000);
        ForecastSettings settings = Waves.settings(2);
        RollingResult result = RollingValidation.of(List.of(small, large), settings, PLAN)
                .judge(settings, ALL, Compute.shared(), () -> false).orElseThrow();
        RollingResult alone = judge(small, settings);

        assertThat(result.folds()).extracting(FoldResult::judgedWindows)
                .as("7 of the small one and, of 40 steps, 10, 10 and 11 of the large one").containsExactly(17, 17, 18);
        assertThat(result.error()).as("in units of a seasonal naive error").isBetween(0.1, 10.0);
        double naiveAlone = Objects.requireNonNull(alone.baselines().get("naive"));
        assertThat(result.baselines().get("naive")).isBetween(0.5 * naiveAlone, 2 * naiveAlone);
    }

    /// A saw of 24 hours repeats exactly up to step 195, so only the last fold has a scale.
    @Test
    void takesTheAbsoluteErrorWhereTheScaledOneIsUndefinedInAFold() {
        double[] saw = new double[300];
        Arrays.setAll(saw, hour -> hour % 24 + (hour < 195 ? 0 : hour - 194));
        RollingResult result = judge(Waves.series("", saw), Waves.settings(1));

        assertThat(result.folds().get(1).model().mase()).isNaN();
        assertThat(result.folds().get(2).model().mase()).isFinite();
        assertThat(result.measure()).isEqualTo(PointMetric.MAE);
        assertThat(result.error()).isEqualTo((result.folds().get(0).model().mae() + result.folds().get(1).model().mae()
                + result.folds().get(2).model().mae()) / 3);
        assertThat(result.baselines().get("seasonal_naive")).isPositive();
        assertThat(Json.write(result.toJson())).startsWith("{\"measure\":\"mae\"");
    }

    /// A fold of 169 windows has 6 batches.
    @Test
    void divergenceIsAResultWithItsReason() {
        RollingResult atOnce = judge(Waves.hours(300), diverging(2));
        RollingResult later = judge(Waves.hours(300), diverging(40));

        assertThat(atOnce.failure()).contains(
                "fold 1: the loss became NaN in epoch 1, batch 3; the weights from before training are kept");
        assertThat(atOnce.error()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(atOnce.folds()).isEmpty();
        assertThat(atOnce.baselines()).isEmpty();
        assertThat(later.failure()).hasValueSatisfying(
                reason -> assertThat(reason).as("though an epoch was good").startsWith("fold 3: the loss became NaN"));
        assertThat(later.error()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(later.folds()).hasSize(2);
        assertThat(Json.write(later.toJson())).startsWith("{\"failure\":\"fold 3: ").doesNotContain("\"measure\"");
    }

    private static ForecastSettings diverging(int batches) {
        return Waves.settings(3).withOptimization(
                OptimizationSettings.standard().withEpochs(3).withLoss(Waves.diverging(batches)));
    }

    @Test
    void stopsAtTheNextBatchAndSaysNothing() {
        ForecastSettings settings = Waves.settings(50);
        RollingValidation validation = validation(Waves.hours(300), settings, PLAN);
        for (int allowed : new int[]{0, 1, 20}) {
            AtomicInteger asked = new AtomicInteger();

            assertThat(validation.judge(settings, ALL, Compute.shared(), () -> asked.incrementAndGet() > allowed))
                    .isEmpty();
            assertThat(asked).hasValue(allowed + 1);
        }
    }

    @Test
    void aSignalThatComesAfterTheLastBatchIsTooLate() {
        ForecastSettings settings = Waves.settings(2);
        RollingValidation validation = validation(Waves.hours(300), settings, PLAN);
        AtomicInteger asked = new AtomicInteger();
        RollingResult whole = validation.judge(settings, ALL, Compute.shared(), () -> asked.incrementAndGet() < 0)
                .orElseThrow();
        int all = asked.getAndSet(0);

        assertThat(validation.judge(settings, ALL, Compute.shared(), () -> asked.incrementAndGet() > all))
                .contains(whole);
    }

    @Test
    void severalThreadsComeToTheSameAsOne() throws Exception {
        ForecastSettings settings = Waves.settings(3);
        RollingValidation validation = validation(Waves.hours(300), settings, PLAN);
        RollingResult expected = validation.judge(settings, ALL, Compute.shared(), () -> false).orElseThrow();
        List<Future<RollingResult>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int count : new int[]{1, 1, 2}) {
                results.add(threads.submit(() -> {
                    try (Compute own = Compute.withThreads(count)) {
                        return validation.judge(settings, ALL, own, () -> false).orElseThrow();
                    }
                }));
            }
        }
        for (Future<RollingResult> result : results) {
            assertThat(result.get()).isEqualTo(expected);
        }
    }

    @Test
    void saysTheLargestLookbackThatWorks() {
        RollingValidation validation = validation(Waves.hours(300), Waves.settings(1), PLAN);

        assertThat(validation.longestLookback()).isEqualTo(176);
        validation.requireRoom("the longest lookback of the space", 176);
        assertThatThrownBy(() -> validation.requireRoom("the longest lookback of the space", 400)).hasMessage(
                "the longest lookback of the space is 400, but the first of 3 folds has 180 steps of the series to train on;"
                        + " expected lookback 400 + horizon 4 = 404 steps to train on; received 180 of 300 steps;"
                        + " use 176 or less");
        ForecastSettings longest = Waves.settings(1).withLookback(OptionalInt.of(176));
        assertThat(judge(Waves.hours(300), longest).folds().getFirst().trainingWindows()).isEqualTo(1);
        assertThatThrownBy(() -> judge(Waves.hours(300), Waves.settings(1).withLookback(OptionalInt.of(177))))
                .hasMessageStartingWith("the lookback is 177, but the first of 3 folds has 180 steps");
    }

    @Test
    void saysHowManyStepsItTakesWhenNoLookbackWorks() {
        List<TimeSeries> series = List.of(
                Waves.named("long", Waves.hours(300), 1), Waves.named("short", Waves.hours(20), 1));

        assertThatThrownBy(() -> RollingValidation.of(series, Waves.settings(1), PLAN)).hasMessage(
                "series 'short' has 20 steps, which leaves 0 to train on in the first of 3 folds; expected lookback 1 + horizon 4"
                        + " = 5 steps to train on at least; received 0 steps; bring at least 26 steps, or use fewer folds or a"
                        + " shorter horizon");
        ForecastSettings shortest = Waves.settings(1).withLookback(OptionalInt.of(1));
        assertThat(judge(Waves.hours(26), shortest).folds()).hasSize(3);
    }

    @Test
    void refusesASplitAtRandom() {
        ForecastSettings shuffled = Waves.settings(1)
                .withSplit(new SplitShares(0.1, 0, 0.2, true));

        assertThatThrownBy(() -> validation(Waves.hours(300), shuffled, PLAN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "rolling validation goes by time, but windows are to be split at random; expected a split by time;"
                                + " received a shuffled split; leave out --shuffle-split");
    }

    @Test
    void refusesSettingsThatCannotBeCompared() {
        RollingValidation validation = validation(Waves.hours(300), Waves.settings(1), PLAN);

        assertThatThrownBy(() -> validation.judge(
                Waves.settings(1).withSeason(OptionalInt.of(12)), ALL, Compute.shared(), () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "settings to be compared must have the same horizon, columns, season and split as those that the"
                                + " folds were made for; make a RollingValidation of their own");
        assertThatThrownBy(() -> new RollingPlan(0, 1)).hasMessage("folds must be at least 1, but was 0");
        assertThatThrownBy(() -> new RollingPlan(3, 0)).hasMessage("judged windows must be at least 1, but was 0");
    }

    private static RollingResult judge(TimeSeries series, ForecastSettings settings) {
        return validation(series, settings, PLAN).judge(settings, ALL, Compute.shared(), () -> false).orElseThrow();
    }

    private static RollingValidation validation(TimeSeries series, ForecastSettings settings, RollingPlan plan) {
        return RollingValidation.of(List.of(series), settings, plan);
    }
}
