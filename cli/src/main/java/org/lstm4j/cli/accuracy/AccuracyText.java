package org.lstm4j.cli.accuracy;

import java.util.ArrayList;
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

    /// The methods that were run, the best in the main measure first, under a header; ours is marked.
    public List<List<String>> computed() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header("computed here", "seconds"));
        for (MethodResult one : result.sorted()) {
            rows.add(cells(new Line((one.isLstm() ? OURS : OTHERS) + one.method().replace('_', ' '), one.measures(),
                    String.format(Locale.ROOT, "%.1f", one.seconds()))));
        }
        return rows;
    }

    /// What is published, with ours at its place, the best in the main measure first, under a header; empty where nothing is
    /// published.
    public List<List<String>> published() {
        List<PublishedRow> published = result.published();
        if (published.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (PublishedRow row : published) {
            lines.add(new Line(OTHERS + row.method(), row.measures(), row.source()
                    + (row.status() == PublishedRow.Status.READ ? "" : ", " + row.status().words())));
        }
        result.lstm().ifPresent(ours -> lines.add(new Line(OURS + ours.method(), ours.measures(), "this run")));
        List<List<String>> rows = new ArrayList<>();
        rows.add(header("published", "source"));
        lines.stream().sorted(result.protocol().bestFirst(Line::value)).map(this::cells).forEach(rows::add);
        return rows;
    }

    /// A row of a table.
    private record Line(String name, Map<Measure, Double> measures, String last) {

        double value(Measure measure) {
            return measures.getOrDefault(measure, Double.NaN);
        }
    }

    private List<String> cells(Line line) {
        List<String> cells = new ArrayList<>(List.of(line.name()));
        measures().forEach(measure -> cells.add(number(line.value(measure))));
        cells.add(line.last());
        return cells;
    }

    /// The settings of methods that have any, a line each.
    public List<String> settings() {
        return result.results().stream().filter(one -> !one.settings().isEmpty())
                .map(one -> one.method().replace('_', ' ') + ": " + one.settings()).toList();
    }

    /// Which methods were left out, or empty.
    public String leftOut() {
        return result.leftOut().isEmpty()
                ? ""
                : "left out, as they take too long for so many windows: "
                        + String.join(", ", result.leftOut()).replace('_', ' ');
    }

    /// What it comes to.
    public String verdict() {
        return new Verdict(result).sentence();
    }

    private List<Measure> measures() {
        return result.protocol().measures();
    }

    private List<String> header(String first, String last) {
        List<String> header = new ArrayList<>(List.of(first));
        measures().forEach(measure -> header.add(measure.label()));
        header.add(last);
        return header;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
