package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.backtest.BacktestResult;
import org.lstm4j.forecast.backtest.BacktestWindow;
import org.lstm4j.forecast.metrics.PointMetrics;

/// The errors of the model window by window, beside those of the best baseline of all windows, as a table for readers.
final class BacktestTable {

    private BacktestTable() {}

    /// The table and an empty line.
    static List<String> lines(BacktestResult result) {
        String best = result.bestBaseline();
        String measure = measure(result.pooled());
        TextTable table = new TextTable(1, List.of("origin", "LSTM " + measure, best.replace('_', ' ') + " " + measure,
                "ratio"));
        for (BacktestWindow window : result.windows()) {
            Evaluation evaluation = window.evaluation();
            double own = error(result.pooled(), evaluation.model());
            double bar = error(result.pooled(), Objects.requireNonNull(evaluation.baselines().get(best)));
            table.add(List.of(window.origin(), MetricsTable.number(own), MetricsTable.number(bar),
                    bar == 0 ? "n/a" : MetricsTable.number(own / bar)));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        return lines;
    }

    /// How the model does by the measure of the M4 competition, beside the best baseline; empty where that is undefined.
    static String owa(BacktestResult result) {
        Evaluation pooled = result.pooled();
        String best = result.bestBaseline();
        double own = pooled.owa(pooled.model());
        double bar = pooled.owa(Objects.requireNonNull(pooled.baselines().get(best)));
        return Double.isNaN(own)
                ? ""
                : "OWA, 1 for naive2 and less for what is better: LSTM " + MetricsTable.number(own) + ", "
                        + best.replace('_', ' ') + " " + MetricsTable.number(bar);
    }

    /// What methods are compared by.
    static String measure(Evaluation evaluation) {
        return evaluation.isScaled() ? "MASE" : "MAE";
    }

    /// The error of a method in the measure that an evaluation compares by.
    static double error(Evaluation evaluation, PointMetrics metrics) {
        return evaluation.isScaled() ? metrics.mase() : metrics.mae();
    }

    static double errorOf(Evaluation evaluation, String baseline) {
        return error(evaluation, Objects.requireNonNull(evaluation.baselines().get(baseline)));
    }
}
