package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.content.ComparedRun;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.RunsContent;
import org.lstm4j.report.content.Score;

/// The errors of every run and of the baselines: a row each, a column a measure.
final class RunScoreSection {

    /// As many as the style sheet has colours for.
    static final int STYLES = 8;

    private final RunsContent content;
    private final List<String> measures = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /// A model or a baseline.
    ///
    /// @param run index of the run, −1 for a baseline
    /// @param scores its scores, with the place of its own values in them
    private record Row(String name, int run, List<Score> scores, int method) {

        double value(String measure) {
            return scores.stream().filter(score -> label(score).equals(measure))
                    .mapToDouble(score -> score.byMethod().at(method)).findFirst().orElse(Double.NaN);
        }

        boolean sameAs(Row other) {
            return name.equals(other.name) && scores.stream()
                    .allMatch(score -> Double.compare(value(label(score)), other.value(label(score))) == 0);
        }
    }

    RunScoreSection(RunsContent content) {
        this.content = content;
        List<Row> baselines = new ArrayList<>();
        for (int index = 0; index < content.runs().size(); index++) {
            ComparedRun run = content.runs().get(index);
            List<Score> scores = run.evaluation().scores();
            scores.stream().map(RunScoreSection::label).filter(label -> !measures.contains(label))
                    .forEach(measures::add);
            rows.add(new Row(run.name(), index, scores, 0));
            for (int method = 1; method < run.evaluation().methods().size(); method++) {
                Row baseline = new Row(run.evaluation().methods().get(method), -1, scores, method);
                if (baselines.stream().noneMatch(baseline::sameAs)) {
                    boolean taken = baselines.stream().anyMatch(other -> other.name().equals(baseline.name()));
                    baselines.add(taken
                            ? new Row(baseline.name() + " (" + run.name() + ")", -1, scores, method)
                            : baseline);
                }
            }
        }
        rows.addAll(baselines);
    }

    void write(Page page) {
        page.openSection("result", "Errors");
        warning(page);
        content.remarks().forEach(page::remark);
        table(page);
        page.closeSection();
    }

    private void warning(Page page) {
        List<String> differences = content.differences();
        if (!differences.isEmpty()) {
            page.html().element("p", "These runs differ in their " + String.join(" and their ", differences)
                    + ": their errors answer different questions, and the smaller one need not be the better model.",
                    "class", "warning").raw("\n");
        }
    }

    private void table(Page page) {
        HtmlWriter html = page.html();
        boolean comparable = content.differences().isEmpty();
        page.openTable("Errors on the test part. Lower is better, for R² higher."
                + (comparable ? " ★ marks the best of a column." : ""), "numbers sortable");
        List<String> headings = new ArrayList<>(List.of("run"));
        headings.addAll(measures);
        page.headings(headings);
        html.open("tbody");
        for (Row row : rows) {
            html.open("tr").open("th", "scope", "row");
            if (row.run() >= 0) {
                page.swatch("line-run" + (row.run() % STYLES + 1));
            }
            html.foreign(row.name()).close();
            measures.forEach(measure -> cell(html, row, measure, comparable));
            html.closeLine();
        }
        html.close();
        page.closeTable();
    }

    private void cell(HtmlWriter html, Row row, String measure, boolean comparable) {
        double value = row.value(measure);
        boolean best = comparable && !Double.isNaN(value) && rows.stream()
                .noneMatch(other -> larger(measure) ? other.value(measure) > value : other.value(measure) < value);
        html.open("td", "class", best ? "number best" : "number", "data-value",
                Double.isNaN(value) ? "" : Double.toString(value));
        if (best) {
            html.element("span", "★", "class", "star", "aria-label", "best:", "role", "img").text("\u00a0");
        }
        html.text(NumberText.of(value)).close();
    }

    private boolean larger(String measure) {
        return content.runs().stream().flatMap(run -> run.evaluation().scores().stream())
                .anyMatch(score -> label(score).equals(measure) && score.largerIsBetter());
    }

    private static String label(Score score) {
        return score.unit().isEmpty() ? score.measure() : score.measure() + " " + score.unit();
    }
}
