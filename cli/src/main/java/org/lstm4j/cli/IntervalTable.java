package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lstm4j.forecast.IntervalEvaluation;
import org.lstm4j.forecast.metrics.IntervalCoverage;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;

/// How honest the intervals of a model are, beside those of the baselines that give some, as a table for readers.
final class IntervalTable {

    private IntervalTable() {}

    static List<String> lines(IntervalEvaluation intervals) {
        List<String> lines = new ArrayList<>();
        lines.add(line("", "in 80 %", "width", "in 95 %", "width", "WQL", "MSIS"));
        lines.add(row("LSTM", intervals.model()));
        intervals.baselines().forEach((name, metrics) -> lines.add(row(name.replace('_', ' '), metrics)));
        List<IntervalCoverage> steps = intervals.bySteps();
        if (steps.size() > 1) {
            lines.add("note: the 80 % intervals of the LSTM hold " + percent(steps.getFirst().coverage80())
                    + " of the values at the first step ahead, " + percent(steps.getLast().coverage80())
                    + " at the last");
        }
        return lines;
    }

    /// The shares inside the intervals, by step ahead.
    static JsonArray bySteps(IntervalEvaluation intervals) {
        return new JsonArray(IntStream.range(0, intervals.bySteps().size())
                .mapToObj(step -> bySteps(step, intervals.bySteps().get(step)))
                .toList());
    }

    private static JsonValue bySteps(int step, IntervalCoverage coverage) {
        return JsonValue.object()
                .put("step", step + 1)
                .put("coverage_80", coverage.coverage80())
                .put("coverage_95", coverage.coverage95())
                .build();
    }

    private static String row(String name, IntervalMetrics metrics) {
        return line(name, percent(metrics.coverage80()), MetricsTable.number(metrics.width80()),
                percent(metrics.coverage95()), MetricsTable.number(metrics.width95()),
                MetricsTable.number(metrics.wql()),
                MetricsTable.number(metrics.msis()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "n/a" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String line(String... cells) {
        return String.format(Locale.ROOT, "%-14s%11s%11s%11s%11s%10s%10s", (Object[]) cells).stripTrailing();
    }
}
