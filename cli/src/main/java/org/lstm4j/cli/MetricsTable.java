package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lstm4j.forecast.Evaluation;
import org.lstm4j.forecast.metrics.PointMetric;
import org.lstm4j.forecast.metrics.PointMetrics;

/// The metrics of a model beside those of the baselines, as a table for readers; the best of each column has a star. Below it stand the
/// intervals, where the model gives some.
final class MetricsTable {

    /// With these a table of seven metrics fits 80 columns.
    private static final int WIDTH = 9;
    private static final int NAME_WIDTH = 14;
    private static final int NUMBER_WIDTH = 8;

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
        evaluation.intervals().ifPresent(intervals -> lines.addAll(IntervalTable.lines(intervals)));
        evaluation.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    private static String row(String name, PointMetrics metrics, Evaluation evaluation) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", name));
        for (PointMetric metric : PointMetric.values()) {
            double value = metrics.value(metric);
            line.append(String.format(Locale.ROOT, "%" + WIDTH + "s",
                    number(value) + (isBest(metric, value, evaluation) ? "*" : " ")));
        }
        return line.toString().stripTrailing();
    }

    /// At most eight characters, with two to four digits that count.
    static String number(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "n/a";
        }
        if (size == 0) {
            return "0";
        }
        if (size >= 1e6 || (size < 1e-2 && size > 0)) {
            String three = power("%.2e", value);
            return three.length() < NUMBER_WIDTH ? three : power("%.1e", value);
        }
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        int before = size < 1 ? 1 : (int) Math.floor(StrictMath.log10(size)) + 1;
        return String.format(Locale.ROOT, "%." + (4 - before + (size < 0.1 ? 1 : 0)) + "f", value);
    }

    private static String power(String format, double value) {
        return String.format(Locale.ROOT, format, value).replaceFirst("e\\+?(-?)0?", "e$1");
    }

    private static boolean isBest(PointMetric metric, double value, Evaluation evaluation) {
        List<PointMetrics> all = new ArrayList<>(evaluation.baselines().values());
        all.add(evaluation.model());
        return !Double.isNaN(value) && all.stream()
                .mapToDouble(metrics -> metrics.value(metric))
                .allMatch(other -> metric.largerIsBetter() ? !(other > value) : !(other < value));
    }
}
