package org.lstm4j.cli;

import java.util.List;
import java.util.Locale;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.tune.study.RunEvaluation;
import org.lstm4j.tune.study.RunTraining;
import org.lstm4j.tune.study.StoredRun;

/// The figures of kept runs as tables show them.
final class RunFigures {

    private RunFigures() {}

    /// NaN when it is undefined.
    static double metric(StoredRun run, PointMetric metric) {
        return run.result().evaluation().metric(metric.key());
    }

    /// A metric, with a star when it is the best of these runs.
    ///
    /// @param rivals runs it may be compared with, itself among them
    static String starred(StoredRun run, PointMetric metric, List<StoredRun> rivals) {
        double value = metric(run, metric);
        boolean best = rivals.size() > 1 && !Double.isNaN(value) && rivals.stream()
                .mapToDouble(rival -> metric(rival, metric))
                .allMatch(other -> metric.largerIsBetter() ? !(other > value) : !(other < value));
        return MetricsTable.number(value) + (best ? "*" : " ");
    }

    /// The MASE of the best baseline, or its MAE where MASE is undefined.
    static String bestBaseline(StoredRun run) {
        RunEvaluation evaluation = run.result().evaluation();
        return evaluation.bestBaseline()
                .map(best -> {
                    double scaled = evaluation.metric(best, PointMetric.MASE.key());
                    return MetricsTable.number(Double.isNaN(scaled)
                            ? evaluation.metric(best, PointMetric.MAE.key())
                            : scaled);
                })
                .orElse("-");
    }

    /// Whether the model is better than all baselines; training that diverged is said instead.
    static String beats(StoredRun run) {
        if (run.result().training().diverged()) {
            return "diverged";
        }
        return run.result().evaluation().beatsBaselines() ? "yes" : "no";
    }

    static String epochs(StoredRun run) {
        return Integer.toString(run.result().training().history().epochs().size());
    }

    static String seconds(RunTraining training) {
        return String.format(Locale.ROOT, "%.1f", training.seconds());
    }
}
