package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// Measures against numbers computed by hand.
class MethodJudgeTest {

    private static final double[] FIRST = {1, 2, 3, 4, 5, 6, 8, 5};
    private static final double[] SECOND = {10, 10, 10, 14, 10, 10, 10, 10};

    /// Says the same number always; its quantiles lie as far around it as their level is from one half.
    private record Always(double value) implements AccuracyMethod {

        @Override
        public String name() {
            return "always";
        }

        @Override
        public FittedMethod fit(Task task) {
            int horizon = task.protocol().horizon();
            double[] levels = IntervalAccumulator.levels();
            double[][] quantiles = new double[horizon][levels.length];
            double[] point = new double[horizon];
            for (int step = 0; step < horizon; step++) {
                point[step] = value;
                for (int level = 0; level < levels.length; level++) {
                    quantiles[step][level] = value + levels[level] - 0.5;
                }
            }
            WindowForecast forecast = WindowForecast.of(new QuantileForecast(levels, quantiles, point));
            return windows -> Collections.nCopies(windows.size(), forecast);
        }
    }

    @Test
    void competitionsAverageOverSeries() {
        Task task = MadeUp.task(MadeUp.lastWindow(2, 1, Measure.SMAPE, Measure.MASE), FIRST, SECOND);
        MethodResult result = new MethodJudge(task).judge(new Always(6));

        // |8 − 6|/14, |5 − 6|/11; |10 − 6|/16 twice
        double smape = (200 * (2 / 14.0 + 1 / 11.0) / 2 + 200 * 4 / 16.0) / 2;
        assertThat(result.value(Measure.SMAPE)).isCloseTo(smape, within(1e-12));
        // in-sample steps of 1; of 0, 0, 4, 4, 0
        double mase = (1.5 / 1 + 4 / (8 / 5.0)) / 2;
        assertThat(result.value(Measure.MASE)).isCloseTo(mase, within(1e-12));
        assertThat(result.losses()).containsExactly(200 * (2 / 14.0 + 1 / 11.0) / 2, 50);
    }

    @Test
    void owaIsTakenOfTheMeansAgainstNaive2() {
        Task task = MadeUp.task(MadeUp.lastWindow(2, 1, Measure.OWA, Measure.SMAPE, Measure.MASE), FIRST, SECOND);
        MethodJudge judge = new MethodJudge(task);
        MethodResult ours = judge.judge(new Always(7));

        double smape = (200 * (1 / 15.0 + 2 / 12.0) / 2 + 200 * 3 / 17.0) / 2;
        double smapeOfNaive2 = 200 * (2 / 14.0 + 1 / 11.0) / 2 / 2; // the second series is foretold without an error
        double mase = (1.5 + 3 * 5 / 8.0) / 2;
        assertThat(ours.value(Measure.OWA)).isCloseTo((smape / smapeOfNaive2 + mase / 0.75) / 2, within(1e-12));
        assertThat(judge.judge(Methods.naive2()).value(Measure.OWA)).isEqualTo(1);
        assertThat((ours.losses()[0] + ours.losses()[1]) / 2).isCloseTo(ours.value(Measure.OWA), within(1e-12));
        assertThat(ours.measures().keySet()).startsWith(Measure.OWA, Measure.SMAPE, Measure.MASE);
    }

    /// Absolute errors are those of the point forecast, squared ones those of the mean.
    @Test
    void squaredErrorsAreThoseOfTheMean() {
        Task task = MadeUp.task(MadeUp.lastWindow(2, 1, Measure.RMSE, Measure.MAE), FIRST);
        AccuracyMethod method = new AccuracyMethod() {
            @Override
            public String name() {
                return "two numbers";
            }

            @Override
            public FittedMethod fit(Task ignored) {
                return windows -> Collections.nCopies(windows.size(),
                        WindowForecast.of(new double[]{8, 5}).withMean(new double[]{6, 4}));
            }
        };
        MethodResult result = new MethodJudge(task).judge(method);

        assertThat(result.value(Measure.MAE)).isZero();
        assertThat(result.value(Measure.MSE)).isEqualTo((4 + 1) / 2.0);
        assertThat(result.value(Measure.RMSE)).isEqualTo(Math.sqrt(2.5));
    }

    @Test
    void quantilesAreJudgedOverAllValuesTogether() {
        Task task = MadeUp.task(
                MadeUp.lastWindow(2, 1, Measure.MASE, Measure.WQL, Measure.COVERAGE_80, Measure.COVERAGE_95),
                new double[]{1, 2, 3, 4, 5, 5, 5.45, 7});
        MethodResult result = new MethodJudge(task).judge(new Always(5));

        // 5.45 lies in the 95 % interval 4.525 … 5.475, not in the 80 % one 4.6 … 5.4; 7 in neither
        assertThat(result.value(Measure.COVERAGE_80)).isZero();
        assertThat(result.value(Measure.COVERAGE_95)).isEqualTo(0.5);
        double pinballs = 0;
        for (int tenth = 1; tenth <= 9; tenth++) {
            double level = tenth / 10.0;
            pinballs += level * (5.45 - (4.5 + level)) + level * (7 - (4.5 + level));
        }
        assertThat(result.value(Measure.WQL)).isCloseTo(2 * pinballs / 9 / (5.45 + 7), within(1e-12));
    }

    @Test
    void aMethodWithoutQuantilesHasNoMeasureOfThem() {
        Task task = MadeUp.task(MadeUp.lastWindow(2, 1, Measure.MASE, Measure.WQL), FIRST);

        assertThat(new MethodJudge(task).judge(new LinearMethod()).measures().keySet()).containsExactly(Measure.MASE,
                Measure.OWA, Measure.SMAPE, Measure.MSE, Measure.MAE, Measure.RMSE);
    }

    @Test
    void longHorizonsCountInStandardDeviationsOfTheTrainingPart() {
        // trained on 1, 3, 1, 3 … and 10, 30, 10, 30 …: deviations 1 and 10
        double[] small = {1, 3, 1, 3, 1, 3, 1, 3, 3, 5};
        double[] large = {10, 30, 10, 30, 10, 30, 10, 30, 10, 10};
        Task task = MadeUp.twoColumns(MadeUp.everyStep(1, new SplitRule.FromTheStart(6, 2, 2)), small, large);
        MethodResult result = new MethodJudge(task).judge(new BaselineMethod("naive",
                _ -> new org.lstm4j.forecast.baseline.NaiveBaseline(), 10));

        // errors of the first column 0 and 2, of the second 2 and 0 deviations
        assertThat(task.windows()).hasSize(4);
        assertThat(result.value(Measure.MSE)).isEqualTo(2);
        assertThat(result.value(Measure.MAE)).isEqualTo(1);
        assertThat(result.losses()).containsExactly(2, 2);
    }

    @Test
    void giftScalesByTheHistoryOfEachWindow() {
        Protocol protocol = new Protocol("made-up", "made up", MadeUp.NO_FILE, 1, 1, new SplitRule.TenthInWindows(1),
                WindowRule.NO_OVERLAP, ErrorUnit.OWN, java.util.List.of(Measure.MASE));
        double[] values = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 11, 0};
        Task task = MadeUp.task(protocol, values);
        MethodResult result = new MethodJudge(task).judge(new BaselineMethod("naive",
                _ -> new org.lstm4j.forecast.baseline.NaiveBaseline(), 10));

        // windows at 10 and 11: errors 10 and 11, scales 1 and (9 + 10)/10
        assertThat(result.value(Measure.MASE)).isCloseTo((10 / 1.0 + 11 / 1.9) / 2, within(1e-12));
    }

    /// Whatever a table shows, the figures hold all that is defined, those of the table first.
    @Test
    void figuresHoldWhatTheTableDoesNotShow() {
        Task task = MadeUp.task(MadeUp.lastWindow(2, 1, Measure.RMSE), FIRST, SECOND);
        MethodResult result = new MethodJudge(task).judge(new Always(6));

        assertThat(result.measures().keySet()).containsExactly(Measure.RMSE, Measure.OWA, Measure.SMAPE, Measure.MASE,
                Measure.MSE, Measure.MAE, Measure.WQL, Measure.MSIS, Measure.CRPS, Measure.COVERAGE_80,
                Measure.COVERAGE_95);
        assertThat(result.value(Measure.MASE)).isCloseTo((1.5 / 1 + 4 / (8 / 5.0)) / 2, within(1e-12));
        // errors 2, -1 and 4, 4; the 95 % interval has the width 0.95, and a miss costs 40 times its distance from it
        double first = (0.95 + 40 * (2 - 0.475) + 0.95 + 40 * (1 - 0.475)) / 2;
        double second = (0.95 + 40 * (4 - 0.475)) / (8 / 5.0);
        assertThat(result.value(Measure.MSIS)).isCloseTo((first + second) / 2, within(1e-9));
    }

    /// Naive2 goes through the whole history for each window.
    @Test
    void owaIsLeftOutWhereNaive2TakesTooLong() {
        Protocol protocol = MadeUp.everyStep(1, new SplitRule.FromTheStart(100, 10, 600));
        MethodResult result = new MethodJudge(MadeUp.task(protocol, MadeUp.wave(710, 12))).judge(new Always(50));

        assertThat(result.measures()).containsKeys(Measure.MSE, Measure.MASE, Measure.SMAPE)
                .doesNotContainKey(Measure.OWA);
    }

    /// Quantiles count in the unit of the protocol too.
    @Test
    void intervalsCountInStandardDeviationsOfTheTrainingPart() {
        double[] tens = {10, 30, 10, 30, 10, 30, 10, 30, 20.3, 24.5};
        Task task = MadeUp.task(MadeUp.everyStep(1, new SplitRule.FromTheStart(6, 2, 2)), tens);
        MethodResult result = new MethodJudge(task).judge(new Always(20));

        assertThat(result.value(Measure.COVERAGE_80)).isEqualTo(0.5);
        double pinballs = 0;
        for (int tenth = 1; tenth <= 9; tenth++) {
            double level = tenth / 10.0;
            double below = 20.3 - (19.5 + level);
            pinballs += below >= 0 ? level * below : (level - 1) * below;
            pinballs += level * (24.5 - (19.5 + level));
        }
        assertThat(result.value(Measure.CRPS)).isCloseTo(2 * pinballs / 9 / 2 / 10, within(1e-12));
        assertThat(result.value(Measure.WQL)).isCloseTo(2 * pinballs / 9 / (20.3 + 24.5), within(1e-12));
    }

    /// However many windows a method is asked for at once.
    @Test
    void figuresDoNotDependOnHowManyWindowsAreAskedForAtOnce() {
        Protocol protocol = MadeUp.everyStep(3, new SplitRule.FromTheStart(60, 10, 20));
        Task task = MadeUp.task(protocol, MadeUp.wave(90, 12), MadeUp.wave(90, 7));
        AccuracyMethod naive = Methods.named(List.of("seasonal_naive"),
                Methods.all(42, 1, org.lstm4j.compute.Compute.shared())).getFirst();

        MethodResult whole = new MethodJudge(task).judge(naive);
        MethodResult pieces = new MethodJudge(task, 7).judge(naive);

        assertThat(pieces.measures()).isEqualTo(whole.measures());
        assertThat(pieces.losses()).isEqualTo(whole.losses());
    }

    @Test
    void missingValuesAreLeftOutOfTheLastWindow() {
        Task task = MadeUp.task(MadeUp.lastWindow(2, 1, Measure.MAE), new double[]{1, 2, 1, 2, 1, Double.NaN, 5});

        assertThat(new MethodJudge(task).judge(new Always(2)).value(Measure.MAE)).isEqualTo(3);
    }
}
