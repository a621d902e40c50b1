package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The rows of a protocol's tables for readers.
///
/// @param result what is shown
public record AccuracyText(ProtocolResult result) {

    private static final String OURS = "> ";
    private static final String OTHERS = "  ";

    /// What was run on what.
    public String title() {
        Protocol protocol = result.protocol();
        return protocol.name() + ": " + protocol.title() + " (series: " + result.series() + ", windows: "
                + result.windows() + ", season: " + protocol.season() + ", errors in " + protocol.unit().words() + ")";
    }

    /// The methods that were run, the best in the main measure first, under a header; ours are marked.
    public List<List<String>> computed() {
        List<Line> lines = new ArrayList<>();
        for (MethodResult one : result.sorted()) {
            lines.add(new Line((one.isOurs() ? OURS : OTHERS) + one.method().replace('_', ' '), one.measures(),
                    List.of(seconds(one.trainingSeconds()), seconds(one.forecastSeconds()))));
        }
        return table(lines, "computed here, best first", "training s", "forecast s");
    }

    /// What is published, with ours at their places, the best in the main measure first, under a header; empty where nothing is
    /// published.
    public List<List<String>> published() {
        List<Line> lines = new ArrayList<>();
        for (PublishedRow row : result.published()) {
            lines.add(new Line(OTHERS + row.method(), row.measures(), List.of(row.source()
                    + (row.status() == PublishedRow.Status.READ ? "" : ", " + row.status().words()))));
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        result.ours().forEach(
                ours -> lines.add(new Line(OURS + ours.method(), ours.measures(), List.of("this run"))));
        lines.sort(result.protocol().bestFirst(Line::value));
        return table(lines, "published, best first", "source");
    }

    /// A row of a table.
    private record Line(String name, Map<Measure, Double> measures, List<String> last) {

        double value(Measure measure) {
            return measures.getOrDefault(measure, Double.NaN);
        }
    }

    /// Measures of the protocol that no line has are no column.
    private List<List<String>> table(List<Line> lines, String first, String... last) {
        List<Measure> shown = result.protocol().measures().stream()
                .filter(measure -> lines.stream().anyMatch(line -> !Double.isNaN(line.value(measure))))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(first));
        shown.forEach(measure -> header.add(measure.label()));
        header.addAll(List.of(last));
        rows.add(header);
        for (Line line : lines) {
            List<String> cells = new ArrayList<>(List.of(line.name()));
            shown.forEach(measure -> cells.add(number(line.value(measure))));
            cells.addAll(line.last());
            rows.add(cells);
        }
        return rows;
    }

    /// The settings of methods that have any, a line each.
    public List<String> settings() {
        return result.results().stream().filter(one -> !one.settings().isEmpty())
                .map(one -> one.method().replace('_', ' ') + ": " + one.settings()).toList();
    }

    /// Which methods were left out and why, a line for each reason.
    public List<String> leftOut() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (LeftOut one : result.leftOut()) {
            byReason.computeIfAbsent(one.reason(), _ -> new ArrayList<>()).add(one.method().replace('_', ' '));
        }
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, methods) -> lines.add("left out: " + String.join(", ", methods) + ": " + reason));
        return lines;
    }

    /// What it comes to: the sentence of the deciding one of ours, then one for each other one of ours.
    public List<String> verdicts() {
        Verdict verdict = new Verdict(result);
        List<String> lines = new ArrayList<>(List.of(verdict.sentence()));
        verdict.others().forEach(ours -> lines.add(verdict.sentence(ours)));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
