package org.lstm4j.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.update.Kept;
import org.lstm4j.forecast.update.UpdateResult;
import org.lstm4j.forecast.update.UpdateSettings;

/// What came of an update, for readers.
final class UpdateText {

    private UpdateText() {}

    /// What was new, and what was trained on.
    static List<String> work(UpdateResult result, UpdateSettings settings) {
        return List.of(
                String.format(Locale.ROOT, "new rows: %s%d from %s to %s, of which the last %d are held out",
                        result.rows().series() > 1 ? result.rows().series() + " series, together " : "",
                        result.rows().steps(), result.rows().first(), result.rows().last(), result.rows().heldSteps()),
                String.format(Locale.ROOT, "trained on %d new windows and %d replayed ones, %d %s at learning rate %s",
                        result.newWindows(), result.replayedWindows(), settings.epochs(),
                        settings.epochs() == 1 ? "epoch" : "epochs", plain(settings.optimizer().learningRate())));
    }

    /// The figures on the rows held out.
    static List<String> table(UpdateResult result) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder(String.format(Locale.ROOT, "%-14s", "held out"));
        for (PointMetric metric : PointMetric.values()) {
            header.append(String.format(Locale.ROOT, "%9s", metric.label()));
        }
        lines.add(header.toString());
        lines.add(row("updated", result.newFigures().model()));
        lines.add(row("old", result.oldFigures().model()));
        result.newFigures().baselines().forEach((name, metrics) -> lines.add(row(name.replace('_', ' '), metrics)));
        result.notes().forEach(note -> lines.add("note: " + note));
        result.newFigures().notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    /// Which model is kept, and why.
    static String verdict(UpdateResult result) {
        String measure = result.isScaled() ? "MASE" : "mean absolute error";
        String updated = MetricsTable.number(result.newError());
        String old = MetricsTable.number(result.oldError());
        String windows = " (windows: " + result.newFigures().windows() + ")";
        if (result.kept() == Kept.OLD) {
            return "the old model stays: on the rows held out its " + measure + " is " + old
                    + ", that of the updated one "
                    + updated + windows;
        }
        return "the updated model is kept: on the rows held out its " + measure + " is " + updated
                + ", that of the old one " + old + windows;
    }

    /// `0.0001` rather than `1.0E-4`.
    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String row(String name, PointMetrics metrics) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-14s", name));
        for (PointMetric metric : PointMetric.values()) {
            line.append(String.format(Locale.ROOT, "%9s", MetricsTable.number(metrics.value(metric))));
        }
        return line.toString();
    }
}
