package org.lstm4j.cli.accuracy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.lstm4j.cli.accuracy.ProtocolData.Table;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.deepar.DeepArSettings;

/// Small series and protocols for tests.
final class MadeUp {

    static final ProtocolData NO_FILE = new Table("none.csv", UnaryOperator.identity());

    private MadeUp() {}

    /// The last window of each series, in its own unit.
    static Protocol lastWindow(int horizon, int season, Measure... measures) {
        return new Protocol("made-up", "made up", NO_FILE, horizon, season, new SplitRule.LastWindow(horizon),
                WindowRule.LAST, ErrorUnit.OWN, List.of(measures));
    }

    /// Every window of the test part, in standard deviations of the training part.
    static Protocol everyStep(int horizon, SplitRule split) {
        return new Protocol("made-up", "made up", NO_FILE, horizon, 1, split, WindowRule.EVERY_STEP,
                ErrorUnit.TRAINING_DEVIATIONS, List.of(Measure.MSE, Measure.MAE));
    }

    static Task task(Protocol protocol, double[]... series) {
        List<TimeSeries> all = new java.util.ArrayList<>();
        for (int index = 0; index < series.length; index++) {
            all.add(TimeSeries.of("s" + index, Timeline.ofSteps(), List.of("y"), new double[][]{series[index]}));
        }
        return new Task(protocol, ColumnRoles.targets(List.of("y")), all);
    }

    /// Two columns of one series.
    static Task twoColumns(Protocol protocol, double[] first, double[] second) {
        TimeSeries series = TimeSeries.of("", Timeline.ofSteps(), List.of("a", "b"), new double[][]{first, second});
        return new Task(protocol, ColumnRoles.targets(List.of("a", "b")), List.of(series));
    }

    /// What [LstmRule] says, but for two epochs of two networks.
    static ForecastSettings shortLstmSettings(Task task) {
        ForecastSettings rule = new LstmRule(42).settings(task);
        return rule.withOptimization(rule.optimization().withEpochs(2).withNetworks(2));
    }

    /// The LSTM, trained for a few epochs.
    static LstmMethod shortLstm() {
        return new LstmMethod(MadeUp::shortLstmSettings, Compute.shared());
    }

    /// ES-RNN that trains for a few epochs.
    static EsRnnMethod shortEsRnn() {
        return new EsRnnMethod(
                task -> new EsRnnRule(42).settings(task).withTraining(training -> training.withEpochs(3)),
                Compute.shared());
    }

    /// DeepAR that trains for a moment.
    static DeepArMethod shortDeepAr(long seed) {
        return new DeepArMethod(task -> {
            DeepArSettings rule = new DeepArRule(seed).settings(task);
            return rule.withTraining(rule.training().withEpochs(1).withBatches(4, 8));
        }, Compute.shared());
    }

    /// A wave of that many steps a cycle, with a slower one on top.
    static double[] wave(int steps, int cycle) {
        double[] values = new double[steps];
        for (int step = 0; step < steps; step++) {
            values[step] = 50 + 10 * StrictMath.sin(2 * Math.PI * step / cycle) + 3 * StrictMath.sin(step * 0.17);
        }
        return values;
    }
}
