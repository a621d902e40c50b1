package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
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
            double number = value;
            return new FittedMethod() {
                @Override
                public double[] point(JudgedWindow window) {
                    return new double[]{number, number};
                }

                @Override
                public Optional<QuantileForecast> quantiles(JudgedWindow window) {
                    double[] levels = IntervalAccumulator.levels();
                    double[][] quantiles = new double[2][levels.length];
                    for (int level = 0; level < levels.length; level++) {
                        quantiles[0][level] = number + levels[level] - 0.5;
                        quantiles[1][level] = quantiles[0][level];
                    }
                    return Optional.of(new QuantileForecast(levels, quantiles, point(window)));
                }
            };
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
        assertThat(ours.measures().keySet()).containsExactly(Measure.OWA, Measure.SMAPE, Measure.MASE);
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

        assertThat(new MethodJudge(task).judge(new LinearMethod()).measures()).containsOnlyKeys(Measure.MASE);
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

    @Test
    void missingValuesAreLeftOutOfTheLastWindow() {
        Task task = MadeUp.task(MadeUp.lastWindow(2, 1, Measure.MAE), new double[]{1, 2, 1, 2, 1, Double.NaN, 5});

        assertThat(new MethodJudge(task).judge(new Always(2)).value(Measure.MAE)).isEqualTo(3);
    }
}
