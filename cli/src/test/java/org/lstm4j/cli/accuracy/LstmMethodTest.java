package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.CalibrationSource;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.WindowTreatment;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.prepare.PreparedSeries;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.nn.loss.MonotoneQuantiles;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class LstmMethodTest {

    private static final Compute COMPUTE = Compute.shared();

    /// Training up to the test part and forecasting in one pass changes no bit against training with a test part and forecasting
    /// window by window.
    @Test
    void saysOfManyWindowsWhatItSaysOfEach() {
        Task task = MadeUp.twoColumns(MadeUp.everyStep(6, new SplitRule.FromTheStart(120, 40, 40)),
                MadeUp.wave(200, 12), MadeUp.wave(200, 7));
        List<WindowForecast> said = MadeUp.shortLstm().fit(task).forecast(task.windows());

        Forecaster one = new ForecastTrainer(MadeUp.shortLstmSettings(task), COMPUTE).train(task.series()).forecaster();
        PreparedSeries prepared = one.prepare(task.series().getFirst());
        assertThat(said).hasSize(2 * 35);
        for (int index = 0; index < said.size(); index++) {
            JudgedWindow window = task.windows().get(index);
            List<Double> expected = one.forecastAt(prepared, window.origin(), 6, COMPUTE).get(window.target()).mean();
            assertThat(said.get(index).point()).as("%s", window)
                    .containsExactly(expected.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    @Test
    void saysOfTheLastWindowsOfSeriesOfAnyLengthWhatItSaysOfEach() {
        Task task = MadeUp.task(MadeUp.lastWindow(12, 12, Measure.MASE), MadeUp.wave(200, 12), MadeUp.wave(150, 9),
                MadeUp.wave(170, 12));
        List<WindowForecast> said = MadeUp.shortLstm().fit(task).forecast(task.windows());

        Forecaster one = new ForecastTrainer(MadeUp.shortLstmSettings(task), COMPUTE).train(task.series()).forecaster();
        for (int index = 0; index < 3; index++) {
            PreparedSeries prepared = one.prepare(task.series().get(index));
            List<Double> expected = one.forecastAt(prepared, task.windows().get(index).origin(), 12, COMPUTE).getFirst()
                    .mean();
            assertThat(said.get(index).point()).containsExactly(
                    expected.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    @Test
    void windowsMayBeAskedForInAnyOrderAndTwice() {
        Task task = MadeUp.task(MadeUp.everyStep(6, new SplitRule.FromTheStart(120, 40, 40)), MadeUp.wave(200, 12),
                MadeUp.wave(200, 9));
        FittedMethod fitted = MadeUp.shortLstm().fit(task);
        List<WindowForecast> all = fitted.forecast(task.windows());

        List<JudgedWindow> asked = new ArrayList<>(task.windows().reversed());
        asked.add(task.windows().get(3));
        List<WindowForecast> reversed = fitted.forecast(asked);
        assertThat(reversed.getFirst().point()).containsExactly(all.getLast().point());
        assertThat(reversed.getLast().point()).containsExactly(all.get(3).point());
    }

    @Test
    void quantilesAreJudgedWhereItIsTrainedForThem() {
        Task task = MadeUp.task(MadeUp.everyStep(6, new SplitRule.FromTheStart(240, 60, 60)), MadeUp.wave(360, 12));
        AccuracyMethod method = new LstmMethod(LstmMethodTest::quantiles, COMPUTE);
        MethodResult result = new MethodJudge(task).judge(method);

        assertThat(result.measures()).containsKeys(Measure.WQL, Measure.CRPS, Measure.MSIS, Measure.COVERAGE_80,
                Measure.COVERAGE_95);
        assertThat(result.value(Measure.WQL)).isBetween(0.0, 0.2);
        assertThat(result.value(Measure.COVERAGE_95)).isGreaterThanOrEqualTo(result.value(Measure.COVERAGE_80));
        QuantileForecast first = method.fit(task).forecast(task.windows()).getFirst().quantiles().orElseThrow();
        assertThat(first.point()).containsExactly(first.quantile(0.5));
    }

    /// A calibration part gives intervals to a forecaster of points.
    @Test
    void quantilesAreJudgedWhereThereIsACalibrationPart() {
        Task task = MadeUp.task(MadeUp.everyStep(6, new SplitRule.FromTheStart(240, 60, 60)), MadeUp.wave(360, 12));
        AccuracyMethod method = new LstmMethod(
                one -> MadeUp.shortLstmSettings(one).withSplit(SplitShares.ofSteps(60, 60, 60)), COMPUTE);
        MethodResult result = new MethodJudge(task).judge(method);

        assertThat(result.measures()).containsKeys(Measure.WQL, Measure.COVERAGE_80, Measure.COVERAGE_95);
        assertThat(result.settings()).endsWith(", intervals calibrated");
    }

    /// Half of the validation part is less than four horizons.
    @Test
    void validationWindowsCalibrateWhereTheirPartIsShort() {
        Task task = MadeUp.task(MadeUp.everyStep(6, new SplitRule.FromTheStart(240, 24, 60)), MadeUp.wave(324, 12));

        assertThat(new LstmRule(42).settings(task).calibration()).isEqualTo(CalibrationSource.VALIDATION);
        assertThat(MadeUp.shortLstm().fit(task).settings()).endsWith(", intervals calibrated on validation windows");
    }

    @Test
    void saysWhereNothingIsAddedToTheLastValue() {
        RandomStream random = new RandomStreams(5).stream("walk 3");
        double[] walk = new double[324];
        for (int step = 1; step < walk.length; step++) {
            walk[step] = walk[step - 1] + random.nextGaussian();
        }
        Task task = MadeUp.task(MadeUp.everyStep(6, new SplitRule.FromTheStart(240, 24, 60)), walk);
        AccuracyMethod method = new LstmMethod(
                one -> MadeUp.shortLstmSettings(one).withCandidates(WindowTreatment.all()), COMPUTE);

        assertThat(method.fit(task).settings()).contains(", skip last, ", ", correction none");
    }

    private static ForecastSettings quantiles(Task task) {
        ForecastSettings rule = MadeUp.shortLstmSettings(task);
        return rule.withOptimization(rule.optimization().withEpochs(10)
                .withLoss(new MonotoneQuantiles(Arrays.stream(IntervalAccumulator.levels()).boxed().toList())));
    }
}
