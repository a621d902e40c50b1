package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.forecast.metrics.PointMetrics;

/// The metrics of a model beside those of the baselines, as a table for readers; the best of each column has a star.
final class MetricsTable {

    private static final int WIDTH = 12;
    private static final int NAME_WIDTH = 16;

    private MetricsTable() {}

    static List<String> lines(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", ""));
        for (PointMetric metric : PointMetric.values()) {
            header.append(String.format(Locale.ROOT, "%" + WIDTH + "s", metric.label()));
        }
        lines.add(header.toString());
        lines.add(row("LSTM", evaluation.model(), evaluation));
        evaluation.baselines().forEach((name, metrics) -> lines.add(row(name.replace('_', ' '), metrics, evaluation)));
        evaluation.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    private static String row(String name, PointMetrics metrics, Evaluation evaluation) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name));
        for (PointMetric metric : PointMetric.values()) {
            double value = metrics.value(metric);
            String text = Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.4g", value);
            String plain = Double.isNaN(value) || Math.abs(value) < 1e5
                    ? text
                    : String.format(Locale.ROOT, "%.0f", value);
            line.append(String.format(Locale.ROOT, "%" + WIDTH + "s",
                    plain + (isBest(metric, value, evaluation) ? "*" : " ")));
        }
        return line.toString().stripTrailing();
    }

    private static boolean isBest(PointMetric metric, double value, Evaluation evaluation) {
        List<PointMetrics> all = new ArrayList<>(evaluation.baselines().values());
        all.add(evaluation.model());
        return !Double.isNaN(value) && all.stream()
                .mapToDouble(metrics -> metrics.value(metric))
                .allMatch(other -> metric.largerIsBetter() ? !(other > value) : !(other < value));
    }
}
