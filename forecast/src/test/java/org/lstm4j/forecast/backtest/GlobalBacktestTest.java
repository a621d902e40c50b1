package org.lstm4j.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.FittedModel;
import org.lstm4j.forecast.HourlyLoad;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.baseline.NaiveBaseline;
import org.lstm4j.forecast.esrnn.SmoothedForm;
import org.lstm4j.forecast.global.FittedGlobal;
import org.lstm4j.forecast.global.GlobalFit;
import org.lstm4j.forecast.global.GlobalSettings;
import org.lstm4j.forecast.global.GlobalTrainer;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.SeriesScale;
import org.lstm4j.forecast.metrics.StepErrors;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.forecast.prepare.TimeSplit;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;

/// Backtests of ES-RNN and DeepAR.
class GlobalBacktestTest {

    private static final int H = Hours.HORIZON;
    private static final SplitShares CALIBRATING = new SplitShares(0.1, 0.1, 0.2, false);

    static Stream<Arguments> kindsAndRefits() {
        return Stream.of(Refit.values()).flatMap(refit -> Stream.of(
                Arguments.of(GlobalHours.esRnn(), refit), Arguments.of(GlobalHours.deepAr(), refit)));
    }

    /// Two series of different lengths and levels, and a stride shorter than the horizon.
    @ParameterizedTest
    @MethodSource("kindsAndRefits")
    void isTheLoopWrittenByHand(GlobalFit kind, Refit refit) {
        List<TimeSeries> series = List.of(Hours.wave("a", 130, 1), Hours.wave("b", 150, 50));
        BacktestResult result = run(GlobalHours.settings(), kind, new BacktestSettings(3, 3, refit), series);

        MetricsAccumulator pooled = new MetricsAccumulator(H);
        MetricsAccumulator naive = new MetricsAccumulator(H);
        FittedGlobal fitted = null;
        for (int window = 0; window < 3; window++) {
            int distance = H + (2 - window) * 3;
            if (fitted == null || refit == Refit.EACH) {
                fitted = new GlobalTrainer(GlobalHours.settings(), kind, Compute.shared()).fit(cut(series, distance),
                        _ -> {});
            }
            MetricsAccumulator own = new MetricsAccumulator(H);
            for (TimeSeries one : series) {
                int origin = one.steps() - distance;
                double[] values = one.column("load");
                double[] actual = Arrays.copyOfRange(values, origin, origin + H);
                double[] said = fitted.forecaster().forecastFrom(one, List.of(origin), Compute.shared()).getFirst()
                        .getFirst().mean().stream().mapToDouble(Double::doubleValue).toArray();
                double scale = scale(one, H + 2 * 3);
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
        assertThat(result.trainings()).hasSize(refit == Refit.EACH ? 3 : 1);
    }

    /// Of actual values far above a forecast and farther still, the errors differ as the values do, if the forecast is the same.
    @ParameterizedTest
    @MethodSource("kindsAndRefits")
    void whatComesTrueChangesNoForecast(GlobalFit kind, Refit refit) {
        double far = 1e6;
        TimeSeries series = Hours.wave("", 150, 1);
        GlobalSettings settings = GlobalHours.settings().withSplit(CALIBRATING);
        BacktestSettings plan = new BacktestSettings(2, H, refit);

        BacktestResult first = run(settings, kind, plan, List.of(HourlyLoad.changedFrom(150 - H, far, series)));
        BacktestResult second = run(settings, kind, plan, List.of(HourlyLoad.changedFrom(150 - H, 3 * far, series)));

        assertThat(second.windows().getFirst()).isEqualTo(first.windows().getFirst());
        Evaluation near = first.windows().getLast().evaluation();
        Evaluation farther = second.windows().getLast().evaluation();
        assertThat(differences(near.modelBySteps(), farther.modelBySteps()))
                .allSatisfy(difference -> assertThat(difference).isCloseTo(2 * far, within(1e-6)));
        assertThat(near.baselines()).containsOnlyKeys("naive", "seasonal_naive", "drift", "naive2", "theta", "ets",
                "nlinear");
        near.baselinesBySteps().forEach((name, errors) -> assertThat(
                differences(errors, farther.baselinesBySteps().getOrDefault(name, List.of()))).as(name)
                .allSatisfy(difference -> assertThat(difference).isCloseTo(2 * far, within(1e-6))));
        assertThat(farther.intervals().orElseThrow().bySteps()).isEqualTo(near.intervals().orElseThrow().bySteps());
    }

    @ParameterizedTest
    @MethodSource("kindsAndRefits")
    void nothingOfTheFirstWindowTrainsTheFirstModel(GlobalFit kind, Refit refit) {
        TimeSeries series = Hours.wave("", 120, 1);
        BacktestSettings plan = new BacktestSettings(2, H, refit);
        TimeSeries changed = HourlyLoad.changedFrom(120 - 2 * H, 5000, series);

        assertThat(firstLosses(run(GlobalHours.settings(), kind, plan, List.of(changed))))
                .isEqualTo(firstLosses(run(GlobalHours.settings(), kind, plan, List.of(series))));
    }

    @ParameterizedTest
    @MethodSource("kindsAndRefits")
    void trainsAsOftenAsAsked(GlobalFit kind, Refit refit) {
        List<TimeSeries> series = List.of(Hours.wave("", 120, 1));
        BacktestResult result = run(GlobalHours.settings(), kind, new BacktestSettings(2, H, refit), series);
        BacktestResult never = run(GlobalHours.settings(), kind, new BacktestSettings(2, H, Refit.NEVER), series);

        assertThat(result.trainings()).hasSize(refit == Refit.EACH ? 2 : 1);
        assertThat(result.windows().getFirst()).isEqualTo(never.windows().getFirst());
        assertThat(result.windows().getLast().equals(never.windows().getLast())).isEqualTo(refit == Refit.NEVER);
    }

    @Test
    void onlyACalibrationGivesIntervalsToAMedian() {
        BacktestSettings plan = BacktestSettings.standard(H).withWindows(1);
        List<TimeSeries> series = List.of(Hours.wave("", 120, 1));

        assertThat(run(GlobalHours.settings(), GlobalHours.esRnn(), plan, series).pooled().intervals()).isEmpty();
        assertThat(run(GlobalHours.settings().withSplit(CALIBRATING), GlobalHours.esRnn(), plan, series).pooled()
                .intervals()).isPresent();
    }

    @Test
    void listenersHearOfEveryEpoch() {
        List<String> heard = new ArrayList<>();
        new Backtest(GlobalHours.settings(), GlobalHours.deepAr(), new BacktestSettings(2, H, Refit.EACH),
                Compute.shared()).run(List.of(Hours.wave("", 100, 1)), new BacktestListener() {
                    @Override
                    public Callback trainingBegins(int number, String origin) {
                        heard.add("training " + number + " before " + origin);
                        return Callback.NONE;
                    }

                    @Override
                    public void epochEnded(History.Epoch epoch) {
                        heard.add("epoch " + epoch.epoch());
                    }

                    @Override
                    public void trainingEnded(FittedModel fitted) {
                        heard.add("epochs " + fitted.history().epochs().size());
                    }

                    @Override
                    public void judged(BacktestWindow window) {
                        heard.add("window " + window.number());
                    }
                });

        assertThat(heard).containsExactly("training 1 before 2026-01-04T20:00Z", "epoch 1", "epoch 2", "epochs 2",
                "window 1", "training 2 before 2026-01-05T00:00Z", "epoch 1", "epoch 2", "epochs 2", "window 2");
    }

    @Test
    void severalTargetsCountAsOneWindow() {
        TimeSeries series = Hours.wave("", 100, 1);
        TimeSeries two = series.withColumn("other", Hours.wave("", 100, 3).column("load"));
        GlobalSettings settings = GlobalSettings.horizon(H, ColumnRoles.targets(List.of("load", "other")));
        BacktestResult result = run(settings, GlobalHours.esRnn(), BacktestSettings.standard(H).withWindows(2),
                List.of(two));

        assertThat(result.pooled().windows()).isEqualTo(2);
        assertThat(result.bySeries()).extracting(errors -> errors.series()).containsExactly("load", "other");
    }

    @Test
    void asksForFutureColumnsUpToTheEndOfTheLastWindow() {
        TimeSeries series = Hours.wave("", 100, 1);
        double[] holiday = new double[100];
        holiday[50] = 1;
        GlobalSettings settings = GlobalSettings.horizon(H, ColumnRoles.targets(List.of("load")).withFuture("holiday"));
        BacktestSettings plan = BacktestSettings.standard(H).withWindows(2);
        double[] ends = holiday.clone();
        ends[99] = Double.NaN;

        assertThatThrownBy(() -> run(settings, GlobalHours.deepAr(), plan, List.of(series.withColumn("holiday", ends))))
                .hasMessage(
                        "the future column 'holiday' of the series ends before the last window does; expected values"
                                + " up to 2026-01-05T03:00Z; received values up to 2026-01-05T02:00Z; add the values of 'holiday',"
                                + " leave out the rows after it, or do not use it");
        assertThat(run(settings, GlobalHours.deepAr(), plan, List.of(series.withColumn("holiday", holiday)))
                .windows()).hasSize(2);
        assertThatThrownBy(
                () -> run(settings, GlobalHours.esRnn(), plan, List.of(series.withColumn("holiday", holiday))))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("reads nothing beside the target");
    }

    /// Forecasts of the second window read the 0 in the first.
    @ParameterizedTest
    @EnumSource
    void aValueWithoutALogarithmIsMetByTrainingAgain(Refit refit) {
        double[] load = Hours.wave("", 100, 1).column("load");
        load[100 - 2 * H] = 0;
        List<TimeSeries> series = List.of(HourlyLoad.of("", load));
        BacktestSettings plan = new BacktestSettings(2, H, refit);

        assertThat(run(GlobalHours.settings(), GlobalHours.esRnn(SmoothedForm.SCALED), plan, series).windows())
                .hasSize(2);
        if (refit == Refit.EACH) {
            assertThat(run(GlobalHours.settings(), GlobalHours.esRnn(), plan, series).windows()).hasSize(2);
        } else {
            assertThatThrownBy(() -> run(GlobalHours.settings(), GlobalHours.esRnn(), plan, series))
                    .hasMessageContaining("received 0.0 at 2026-01-04T20:00Z")
                    .hasMessageContaining("or with --scale mean-abs");
        }
    }

    /// With four windows 33 - 4 · 4 = 17 steps lie before the first, of which 4 validate: 13 ≥ lookback 8 + horizon 4. A DeepAR needs a single
    /// step to look back on: with six windows 9 lie before the first, and 5 ≥ 1 + 4.
    @Test
    void saysHowManyWindowsFit() {
        List<TimeSeries> series = List.of(Hours.wave("long", 60, 1), Hours.wave("short", 33, 2));
        BacktestSettings plan = BacktestSettings.standard(H);

        assertThatThrownBy(() -> run(GlobalHours.settings(), GlobalHours.esRnn(), plan, series)).hasMessage(
                "series 'short' has 33 steps, too few for 10 windows of horizon 4, a stride of 4 apart, and something to train"
                        + " on before them; expected at most 4 windows; received 10 windows; use --windows 4 or fewer, or a"
                        + " smaller --stride");
        assertThat(run(GlobalHours.settings(), GlobalHours.esRnn(), plan.withWindows(4), series).windows()).hasSize(4);
        assertThatThrownBy(() -> run(GlobalHours.settings(), GlobalHours.deepAr(), plan, series))
                .hasMessageContaining("at most 6 windows");
        assertThat(run(GlobalHours.settings(), GlobalHours.deepAr(), plan.withWindows(6), series).windows()).hasSize(6);
    }

    /// A single window needs lookback 8 + horizon 4 to train on, 4 steps that validate, and itself.
    @Test
    void stepsBeforeTheFirstValueDoNotCount() {
        double[] load = Hours.wave("", 39, 1).column("load");
        Arrays.fill(load, 0, 20, Double.NaN);
        BacktestSettings plan = BacktestSettings.standard(H).withWindows(1);

        assertThatThrownBy(() -> run(GlobalHours.settings(), GlobalHours.esRnn(), plan,
                List.of(HourlyLoad.of("late", load)))).hasMessage(
                        "series 'late' has 19 steps from its first value on, too few for a single window of horizon 4 and"
                                + " something to train on before it; expected at least 20 steps; received 19 steps; use"
                                + " --horizon 3 or less, or bring more rows");
        load[19] = 5;
        assertThat(run(GlobalHours.settings(), GlobalHours.esRnn(), plan, List.of(HourlyLoad.of("late", load)))
                .windows()).hasSize(1);
    }

    @Test
    void refusesATargetThatBeginsWithTheWindows() {
        double[] late = Hours.wave("", 100, 1).column("load");
        Arrays.fill(late, 0, 93, Double.NaN);

        assertThatThrownBy(() -> run(GlobalHours.settings(), GlobalHours.deepAr(),
                BacktestSettings.standard(H).withWindows(2), List.of(HourlyLoad.of("late", late))))
                .hasMessageContaining(
                        "column 'load' of series 'late' has no value before the first window, at 2026-01-04T20:00Z");
    }

    private static BacktestResult run(GlobalSettings settings, GlobalFit kind, BacktestSettings plan,
            List<TimeSeries> series) {
        return new Backtest(settings, kind, plan, Compute.shared()).run(series, BacktestListener.SILENT);
    }

    private static List<TimeSeries> cut(List<TimeSeries> series, int distance) {
        return series.stream().map(one -> one.slice(0, one.steps() - distance)).toList();
    }

    /// Of the training part of the first training; hours have a season of a day.
    private static double scale(TimeSeries series, int distance) {
        int trainEnd = TimeSplit.of(series.steps() - distance, H, GlobalHours.settings().split().withoutTest())
                .trainEnd();
        return SeriesScale.of(series.slice(0, trainEnd).column("load"), 24).absolute();
    }

    private static List<Double> firstLosses(BacktestResult result) {
        return result.trainings().getFirst().history().epochs().stream()
                .flatMap(epoch -> Stream.of(epoch.loss(), epoch.validationLoss())).toList();
    }

    private static List<Double> differences(List<StepErrors> near, List<StepErrors> farther) {
        List<Double> differences = new ArrayList<>();
        for (int step = 0; step < near.size(); step++) {
            differences.add(farther.get(step).mae() - near.get(step).mae());
        }
        return differences;
    }
}
