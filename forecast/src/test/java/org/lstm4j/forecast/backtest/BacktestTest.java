package org.lstm4j.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.FittedForecaster;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.ForecastLosses;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.HourlyLoad;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.baseline.NaiveBaseline;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.metrics.StepErrors;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.forecast.significance.ComparisonMethod;
import org.lstm4j.forecast.significance.ComparisonOutcome;
import org.lstm4j.train.Callback;

class BacktestTest {

    private static final int H = Hours.HORIZON;
    private static final SplitShares NO_TEST = new SplitShares(0.1, 0, 0, false);

    /// Two series of different lengths and levels, and a stride shorter than the horizon.
    @ParameterizedTest
    @EnumSource
    void isTheLoopWrittenByHand(Refit refit) {
        List<TimeSeries> series = List.of(Hours.wave("a", 150, 1), Hours.wave("b", 170, 50));
        BacktestSettings plan = new BacktestSettings(4, 3, refit);
        BacktestResult result = run(Hours.settings(), plan, series);

        MetricsAccumulator pooled = new MetricsAccumulator(H);
        MetricsAccumulator naive = new MetricsAccumulator(H);
        FittedForecaster fitted = null;
        for (int window = 0; window < 4; window++) {
            int distance = H + (3 - window) * 3;
            if (fitted == null || refit == Refit.EACH) {
                fitted = new ForecastTrainer(Hours.settings(), Compute.shared()).fit(cut(series, distance));
            }
            MetricsAccumulator own = new MetricsAccumulator(H);
            for (TimeSeries one : series) {
                int origin = one.steps() - distance;
                double[] values = one.column("load");
                double[] actual = Arrays.copyOfRange(values, origin, origin + H);
                PreparedSeries prepared = fitted.forecaster().prepare(one);
                double[] said = fitted.forecaster().forecastAt(prepared, origin, H, Compute.shared()).getFirst().mean()
                        .stream().mapToDouble(Double::doubleValue).toArray();
                double scale = scale(one, H + 3 * 3);
                own.add(one.name(), scale, actual, said);
                pooled.add(one.name(), scale, actual, said);
                naive.add(one.name(), scale, actual, new NaiveBaseline().forecast(values, origin, H));
            }
            Evaluation judged = result.windows().get(window).evaluation();
            assertThat(judged.model()).isEqualTo(own.overall());
            assertThat(judged.modelBySteps()).isEqualTo(own.byStep());
            assertThat(judged.windows()).isEqualTo(2);
        }
        assertThat(result.pooled().model()).isEqualTo(pooled.overall());
        assertThat(result.pooled().baselines()).containsEntry("naive", naive.overall());
        assertThat(result.bySeries()).extracting(errors -> errors.mae())
                .isEqualTo(pooled.bySeries().stream().map(errors -> errors.mae()).toList());
        assertThat(result.trainings()).hasSize(refit == Refit.EACH ? 4 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void windowsAreJudgedTheSameWhateverComesAfterThem(Refit refit) {
        TimeSeries series = Hours.wave("", 150, 1);
        BacktestSettings plan = new BacktestSettings(3, H, refit);

        List<BacktestWindow> first = run(Hours.settings(), plan, List.of(series)).windows();
        List<BacktestWindow> second = run(Hours.settings(), plan,
                List.of(HourlyLoad.changedFrom(150 - H, 5000, series))).windows();

        assertThat(second.subList(0, 2)).isEqualTo(first.subList(0, 2));
        assertThat(second.getLast()).isNotEqualTo(first.getLast());
    }

    /// Of actual values far above a forecast and farther still, the errors differ as the values do, if the forecast is the same. There is
    /// no other part between the training part and the window.
    @ParameterizedTest
    @EnumSource
    void whatComesTrueChangesNoForecast(Refit refit) {
        double far = 1e6;
        TimeSeries series = Hours.wave("", 150, 1);
        ForecastSettings settings = Hours.settings()
                .withOptimization(Hours.settings().optimization().withLoss(ForecastLosses.named("quantiles"))
                        .withEarlyStopping(0))
                .withSplit(new SplitShares(0, 0, 0.2, false));
        BacktestSettings plan = new BacktestSettings(2, H, refit);

        Evaluation near = last(run(settings, plan, List.of(HourlyLoad.changedFrom(150 - H, far, series))));
        Evaluation farther = last(run(settings, plan, List.of(HourlyLoad.changedFrom(150 - H, 3 * far, series))));

        assertThat(differences(near.modelBySteps(), farther.modelBySteps())).allSatisfy(difference -> assertThat(
                difference).isCloseTo(2 * far, within(1e-6)));
        assertThat(near.baselines()).hasSize(7);
        near.baselinesBySteps().forEach((name, errors) -> assertThat(
                differences(errors, farther.baselinesBySteps().getOrDefault(name, List.of()))).as(name)
                .allSatisfy(difference -> assertThat(difference).isCloseTo(2 * far, within(1e-6))));
        assertThat(farther.intervals().orElseThrow().bySteps()).isEqualTo(near.intervals().orElseThrow().bySteps());
    }

    @Test
    void nothingOfTheWindowsTrainsTheModel() {
        TimeSeries series = Hours.wave("", 150, 1);
        BacktestSettings plan = new BacktestSettings(3, H, Refit.NEVER);
        List<Double> first = losses(run(Hours.settings(), plan, List.of(series)));
        TimeSeries changed = HourlyLoad.changedFrom(150 - 3 * H, 5000, series);

        assertThat(losses(run(Hours.settings(), plan, List.of(changed)))).isEqualTo(first);
    }

    @Test
    void theLastWindowEndsWithTheLastObservedTarget() {
        TimeSeries series = HourlyLoad.changedFrom(97, Double.NaN, Hours.wave("", 100, 1));
        BacktestResult result = run(Hours.settings(), new BacktestSettings(3, 5, Refit.NEVER), List.of(series));

        // the last of hours 0 to 96 is the last of a window of four
        assertThat(result.windows()).extracting(BacktestWindow::origin).containsExactly(
                series.timeline().format(83), series.timeline().format(88), series.timeline().format(93));
        assertThat(result.windows()).extracting(BacktestWindow::number).containsExactly(1, 2, 3);
    }

    @Test
    void listenersHearOfEveryTrainingAndWindow() {
        List<String> heard = new ArrayList<>();
        new Backtest(Hours.settings(), new BacktestSettings(2, H, Refit.EACH), Compute.shared()).run(
                List.of(Hours.wave("", 100, 1)), new BacktestListener() {
                    @Override
                    public Callback trainingBegins(int number, String origin) {
                        heard.add("training " + number + " before " + origin);
                        return new Callback() {
                        };
                    }

                    @Override
                    public void trainingEnded(FittedModel fitted) {
                        heard.add("test share " + ((FittedForecaster) fitted).settings().split().test());
                    }

                    @Override
                    public void judged(BacktestWindow window) {
                        heard.add("window " + window.number());
                    }
                });

        assertThat(heard).containsExactly("training 1 before 2026-01-04T20:00Z", "test share 0.0", "window 1",
                "training 2 before 2026-01-05T00:00Z", "test share 0.0", "window 2");
    }

    @Test
    void comparesOverOriginsWhereThereAreEnough() {
        BacktestResult result = run(Hours.settings(), BacktestSettings.standard(H).withWindows(5),
                List.of(Hours.wave("", 150, 1)));

        assertThat(result.comparison().method()).isEqualTo(ComparisonMethod.DIEBOLD_MARIANO);
        assertThat(result.comparison().differentials()).isEqualTo(5);
        assertThat(result.comparison().outcome()).isEqualTo(ComparisonOutcome.TESTED);
        assertThat(result.verdict()).startsWith("the LSTM does not beat every baseline: its MASE is ")
                .contains("; " + result.bestBaseline().replace('_', ' ') + " errs less than the LSTM").contains("p ");
    }

    @Test
    void comparesOverSeriesWhereOriginsAreFew() {
        List<TimeSeries> series = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            series.add(Hours.wave("s" + number, 60 + 3 * number, number));
        }
        BacktestResult result = run(Hours.settings(), BacktestSettings.standard(H).withWindows(2), series);

        assertThat(result.comparison().method()).isEqualTo(ComparisonMethod.SIGNED_RANK_EXACT);
        assertThat(result.comparison().differentials()).isEqualTo(8);
        assertThat(result.bySeries()).extracting(errors -> errors.series()).contains("load of s1", "load of s8");
        assertThat(result.pooled().windows()).isEqualTo(16);
    }

    @Test
    void saysThatThereAreTooFewWindowsToTell() {
        BacktestResult result = run(Hours.settings(), BacktestSettings.standard(H).withWindows(3),
                List.of(Hours.wave("", 100, 1)));

        assertThat(result.verdict()).contains("too few to tell the LSTM from ")
                .endsWith(": 3 windows that do not overlap, and at least 5 are needed");
    }

    /// Of windows a step apart every fourth stands for itself.
    @Test
    void overlappingWindowsCountForLess() {
        BacktestResult result = run(Hours.settings(), new BacktestSettings(12, 1, Refit.NEVER),
                List.of(Hours.wave("", 120, 1)));

        assertThat(result.comparison().outcome()).isEqualTo(ComparisonOutcome.TOO_FEW);
        assertThat(result.comparison().independent()).isEqualTo(3);
    }

    @Test
    void isMeasuredAgainstNaive2() {
        Evaluation pooled = run(Hours.settings(), BacktestSettings.standard(H), List.of(Hours.wave("", 150, 1)))
                .pooled();

        assertThat(pooled.owa(baseline(pooled, "naive2"))).isEqualTo(1.0);
        assertThat(pooled.owa(pooled.model())).isPositive();
        assertThat(pooled.baselines()).containsOnlyKeys("naive", "seasonal_naive", "drift", "naive2", "theta", "ets",
                "nlinear");
        // a linear map of the lookback follows two sines
        assertThat(baseline(pooled, "nlinear").mase()).isLessThan(0.1);
    }

    @Test
    void leavesSlowBaselinesOutOfManyForecasts() {
        assertThat(BacktestBaselines.notes(1000)).isEmpty();
        assertThat(BacktestBaselines.notes(1001)).singleElement().asString().startsWith("ets is left out: 1001 ");
    }

    /// With four windows 33 - 4 · 4 = 17 steps lie before the first, of which 4 validate: 13 ≥ lookback 8 + horizon 4.
    @Test
    void saysHowManyWindowsFit() {
        List<TimeSeries> series = List.of(Hours.wave("short", 33, 2));
        BacktestSettings plan = BacktestSettings.standard(H);

        assertThatThrownBy(() -> run(Hours.settings(), plan, series)).hasMessage(
                "series 'short' has 33 steps, too few for 10 windows of horizon 4, a stride of 4 apart, and something to train"
                        + " on before them; expected at most 4 windows; received 10 windows; use --windows 4 or fewer, or a"
                        + " smaller --stride");
        assertThat(run(Hours.settings(), plan.withWindows(4), series).windows()).hasSize(4);
        assertThatThrownBy(() -> run(Hours.settings(), plan.withWindows(5), series))
                .hasMessageContaining("at most 4 windows");
    }

    /// Its windows are padded where most series are longer, so that it needs a step to look back on, and no more.
    @Test
    void aShortSeriesAmongLongerOnesHasRoomForMore() {
        List<TimeSeries> series = List.of(Hours.wave("long", 100, 1), Hours.wave("short", 33, 2));
        BacktestSettings plan = BacktestSettings.standard(H).withWindows(7);

        assertThatThrownBy(() -> run(Hours.settings(), plan, series))
                .hasMessageContaining("series 'short' has 33 steps").hasMessageContaining("at most 6 windows");
        assertThat(run(Hours.settings(), plan.withWindows(6), series).pooled().windows()).isEqualTo(12);
    }

    @Test
    void saysWhatASingleWindowNeeds() {
        BacktestSettings plan = BacktestSettings.standard(H).withWindows(1);
        TimeSeries series = Hours.wave("", 20, 1);

        assertThatThrownBy(() -> run(Hours.settings(), plan, List.of(series.slice(0, 19)))).hasMessage(
                "the series has 19 steps, too few for a single window of horizon 4 and something to train on before it;"
                        + " expected at least 20 steps; received 19 steps; use --horizon 3 or less, or bring more rows");
        assertThat(run(Hours.settings(), plan, List.of(series)).windows()).hasSize(1);
    }

    @Test
    void asksForFutureColumnsUpToTheEndOfTheLastWindow() {
        TimeSeries series = Hours.wave("", 100, 1);
        double[] holiday = new double[100];
        holiday[99] = Double.NaN;
        ForecastSettings settings = Hours.settings()
                .withColumns(ColumnRoles.targets(List.of("load")).withFuture("holiday"));
        BacktestSettings plan = BacktestSettings.standard(H).withWindows(2);

        assertThatThrownBy(() -> run(settings, plan, List.of(series.withColumn("holiday", holiday)))).hasMessage(
                "the future column 'holiday' of the series ends before the last window does; expected values up to"
                        + " 2026-01-05T03:00Z; received values up to 2026-01-05T02:00Z; add the values of 'holiday', leave out"
                        + " the rows after it, or do not use it");
        Arrays.fill(holiday, Double.NaN);
        assertThatThrownBy(() -> run(settings, plan, List.of(series.withColumn("holiday", holiday))))
                .hasMessageContaining("received none");
        assertThat(run(settings, plan, List.of(series.withColumn("holiday", new double[100]))).windows()).hasSize(2);
    }

    @Test
    void refusesATargetThatBeginsWithTheWindows() {
        double[] late = Hours.wave("", 100, 1).column("load");
        Arrays.fill(late, 0, 93, Double.NaN);

        assertThatThrownBy(() -> run(Hours.settings(), BacktestSettings.standard(H).withWindows(2),
                List.of(HourlyLoad.of("late", late)))).hasMessageContaining(
                        "column 'load' of series 'late' has no value before the first window, at 2026-01-04T20:00Z");
    }

    @Test
    void refusesASplitAtRandom() {
        ForecastSettings settings = Hours.settings().withSplit(new SplitShares(0.1, 0, 0.2, true));

        assertThatThrownBy(() -> run(settings, BacktestSettings.standard(H), List.of(Hours.wave("", 100, 1))))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("leave out --shuffle-split");
    }

    @Test
    void settingsMustBeAtLeastOne() {
        assertThatThrownBy(() -> new BacktestSettings(0, 1, Refit.NEVER))
                .hasMessage("a backtest needs windows of at least 1, but was given 0");
        assertThatThrownBy(() -> BacktestSettings.standard(3).withStride(0))
                .hasMessage("a backtest needs stride of at least 1, but was given 0");
        assertThat(BacktestSettings.standard(3)).isEqualTo(new BacktestSettings(10, 3, Refit.NEVER));
    }

    private static BacktestResult run(ForecastSettings settings, BacktestSettings plan, List<TimeSeries> series) {
        return new Backtest(settings, plan, Compute.shared()).run(series, BacktestListener.SILENT);
    }

    private static List<TimeSeries> cut(List<TimeSeries> series, int distance) {
        return series.stream().map(one -> one.slice(0, one.steps() - distance)).toList();
    }

    /// Of the training part of the first training; hours have a season of a day.
    private static double scale(TimeSeries series, int distance) {
        int trainEnd = TimeSplit.of(series.steps() - distance, H, NO_TEST).trainEnd();
        return SeriesScale.of(series.slice(0, trainEnd).column("load"), 24).absolute();
    }

    private static PointMetrics baseline(Evaluation evaluation, String name) {
        return Objects.requireNonNull(evaluation.baselines().get(name));
    }

    private static Evaluation last(BacktestResult result) {
        return result.windows().getLast().evaluation();
    }

    private static List<Double> differences(List<StepErrors> near, List<StepErrors> farther) {
        List<Double> differences = new ArrayList<>();
        for (int step = 0; step < near.size(); step++) {
            differences.add(farther.get(step).mae() - near.get(step).mae());
        }
        return differences;
    }

    private static List<Double> losses(BacktestResult result) {
        return result.trainings().getFirst().history().epochs().stream().map(epoch -> epoch.validationLoss()).toList();
    }
}
