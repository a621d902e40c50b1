package org.lstm4j.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lstm4j.json.JsonValue;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.TimeAxis;
import org.lstm4j.report.picture.HeatMap;
import org.lstm4j.report.picture.Ticks;
import org.lstm4j.report.picture.ValueScale;

/// A heat map within the page: a picture of one pixel a cell, which the browser enlarges, with axes, colour bar and
/// table. The script reads the values back from the picture.
///
/// @param id name of the figure within the page
/// @param content what it shows
/// @param above a line at the same steps, drawn above the cells
record HeatMapFigure(String id, HeatMapContent content, Optional<NamedValues> above) {

    private static final int MOST_NAMED_ROWS = 12;
    private static final int NAMED_ROW = 26;
    private static final int MOST_LETTERS = 17;

    HeatMapFigure(String id, HeatMapContent content) {
        this(id, content, Optional.empty());
    }

    HeatMapFigure under(NamedValues line) {
        return new HeatMapFigure(id, content, Optional.of(line));
    }

    void write(Page page) {
        HeatMap map = HeatMap.of(content);
        page.data(id, data(map.scale()));
        HtmlWriter html = page.html();
        html.open("div", "class", "heat-block").raw("\n");
        html.open("figure", "class", content.rowNames().isEmpty() ? "heat" : "heat named", "data-heat", id).raw("\n");
        html.open("p", "class", "heat-title").foreign(content.title()).closeLine();
        html.open("div", "class", "heat-grid").raw("\n");
        above.ifPresent(line -> new LineStrip(line).write(html));
        rowLabels(html);
        html.open("div", "class", "cells", "tabindex", "0", "role", "img", "aria-label", description());
        image(html, map.png(), height(), description());
        html.closeLine();
        bar(html, map);
        stepLabels(html);
        html.element("span", content.unit(), "class", "bar-unit").raw("\n");
        html.closeLine();
        html.element("p", "", "class", "picked", "aria-live", "polite");
        html.open("figcaption").foreign(content.meaning()).close().closeLine();
        table(page);
        html.closeLine();
    }

    /// Height of the cells in pixels of the page.
    private int height() {
        int rows = content.values().rows();
        return rows <= MOST_NAMED_ROWS ? Math.max(2, rows) * NAMED_ROW : Math.clamp(rows * 6L, 160, 360);
    }

    private String description() {
        return "Heat map of " + content.title() + ": " + NumberText.count(content.values().rows(), content.rowTitle())
                + " by " + NumberText.count(content.values().columns(), content.axis().name())
                + ". The table below has its numbers.";
    }

    private static void image(HtmlWriter html, byte[] png, int height, String alt) {
        html.empty("img", "alt", alt, "height", Integer.toString(height), "src",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }

    private void rowLabels(HtmlWriter html) {
        int rows = content.values().rows();
        Ticks ticks = content.rowNames().isEmpty() || rows * 18 > height()
                ? Ticks.counted(rows, height() / 20)
                : new Ticks(IntStream.range(0, rows).boxed().toList(), content.rowNames());
        html.open("svg", "class", "row-labels", "height", Integer.toString(height()), "aria-hidden", "true");
        for (int index = 0; index < ticks.indices().size(); index++) {
            html.element("text", cut(ticks.labels().get(index)), "x", "100%", "dx", "-6", "y",
                    percent(ticks.indices().get(index), rows), "text-anchor", "end", "dominant-baseline", "central");
        }
        html.closeLine();
    }

    private void stepLabels(HtmlWriter html) {
        int columns = content.values().columns();
        Ticks ticks = Ticks.of(content.axis(), content.axis() instanceof TimeAxis ? 3 : 9);
        html.open("svg", "class", "step-labels", "height", "38", "aria-hidden", "true");
        for (int index = 0; index < ticks.indices().size(); index++) {
            String x = percent(ticks.indices().get(index), columns);
            html.element("line", "", "class", "axis", "x1", x, "x2", x, "y1", "0", "y2", "4");
            // narrow screens have room for every second one
            html.element("text", ticks.labels().get(index), "class", index % 2 == 0 ? "even" : "odd", "x", x, "y", "16",
                    "text-anchor", "middle");
        }
        html.element("text", content.axisTitle(), "class", "faint", "x", "50%", "y", "33", "text-anchor", "middle")
                .closeLine();
    }

    private void bar(HtmlWriter html, HeatMap map) {
        ValueScale scale = map.scale();
        html.open("div", "class", "color-bar");
        image(html, map.barPng(), height(), "");
        html.open("svg", "height", Integer.toString(height()), "aria-hidden", "true");
        html.element("text", NumberText.brief(scale.high()), "x", "4", "y", "10");
        html.element("text", NumberText.brief(scale.high() / 2 + scale.low() / 2), "x", "4", "y", "50%",
                "dominant-baseline", "central");
        html.element("text", NumberText.brief(scale.low()), "x", "4", "y", "100%", "dy", "-2");
        html.close().close();
        html.raw("\n");
    }

    /// What the script needs to turn a colour back into a value.
    private JsonValue data(ValueScale scale) {
        StringBuilder colors = new StringBuilder();
        for (int level = 0; level < scale.colors().levels(); level++) {
            colors.append(String.format(Locale.ROOT, "%06x", scale.colors().color(level)));
        }
        List<String> rows = IntStream.range(0, content.values().rows()).mapToObj(content::rowName).toList();
        List<String> steps = IntStream.range(0, content.axis().size())
                .mapToObj(index -> StepTable.label(content.axis(), index)).toList();
        return JsonValue.object().put("rowTitle", content.rowTitle()).put("rows", JsonValue.ofTexts(rows))
                .put("stepTitle", content.axis().name()).put("steps", JsonValue.ofTexts(steps))
                .put("unit", content.unit()).put("low", scale.low()).put("high", scale.high())
                .put("colors", colors.toString()).build();
    }

    private void table(Page page) {
        if (content.values().rows() <= MOST_NAMED_ROWS) {
            List<NamedValues> columns = new ArrayList<>();
            for (int row = 0; row < content.values().rows(); row++) {
                String title = content.rowNames().isEmpty() ? content.rowTitle() + " " : "";
                columns.add(new NamedValues(title + content.rowName(row), content.values().row(row)));
            }
            new StepTable(content.axis(), columns).write(page, "The numbers as a table", content.title());
        } else {
            new RowSummary(content).write(page);
        }
    }

    /// The middle of a cell in percent of the whole.
    private static String percent(int index, int count) {
        return NumberText.brief(100 * (index + 0.5) / count) + "%";
    }

    private static String cut(String label) {
        int length = label.codePointCount(0, label.length());
        return length <= MOST_LETTERS ? label : label.substring(0, label.offsetByCodePoints(0, MOST_LETTERS - 1)) + "…";
    }
}
