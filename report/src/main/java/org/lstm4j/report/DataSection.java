package org.lstm4j.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.DataPart;
import org.lstm4j.report.content.DataSummary;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.SeriesData;
import org.lstm4j.report.content.Target;
import org.lstm4j.report.content.TimeAxis;

/// The data: what was read, a plot with its parts and gaps, a row a series, the
/// longest gaps.
final class DataSection {

    private static final int MOST_ROWS = 20;
    private static final int MOST_GAPS = 10;

    private final DataSummary data;
    private final Target target;

    /// A series and what was counted in it.
    private record Counted(SeriesData series, SeriesStatistics statistics) {}

    /// A gap and the series it is in.
    private record PlacedGap(SeriesData series, Gap gap) {}

    DataSection(DataSummary data, Target target) {
        this.data = data;
        this.target = target;
    }

    void write(Page page) {
        page.openSection("data", "Data");
        page.html().open("p").text("Read from ").foreign(data.source()).text(".").closeLine();
        plot(page);
        List<Counted> counted = data.series().stream()
                .map(series -> new Counted(series, SeriesStatistics.of(series))).toList();
        seriesTable(page, counted);
        gapTable(page, counted);
        if (!data.facts().isEmpty()) {
            page.facts("What was found and done while reading", data.facts());
        }
        page.closeSection();
    }

    private void plot(Page page) {
        List<SeriesData> shown = data.series().stream().filter(series -> series.axis().size() > 0)
                .limit(ForecastSection.MOST_SERIES).toList();
        if (shown.isEmpty()) {
            return;
        }
        boolean gaps = shown.stream().anyMatch(series -> !Gap.in(series.values()).isEmpty());
        List<DataPart> parts = shown.stream().map(SeriesData::parts).filter(some -> !some.isEmpty()).findFirst()
                .orElse(List.of());
        page.figure(new Figure("data", "Series", shown.stream().map(this::plot).toList()),
                "Line chart of " + target.name() + " over the whole data, with its "
                        + (parts.isEmpty() ? "gaps" : "parts and gaps")
                        + ". The tables below have the figures.",
                "The whole series" + names(parts) + "."
                        + (gaps ? " Gaps, where values are missing, are marked along the top." : ""));
    }

    /// ` and its parts from left to right: training, validation, test`; on a narrow screen the plot has no room for all names.
    private static String names(List<DataPart> parts) {
        return parts.isEmpty()
                ? ""
                : parts.stream()
                        .filter(part -> part.to() > part.from())
                        .map(DataPart::name)
                        .collect(Collectors.joining(", ", " and its parts from left to right: ", ""));
    }

    private Plot plot(SeriesData series) {
        String axisTitle = series.axis() instanceof TimeAxis ? "" : series.axis().name();
        return new Plot(series.name(), target.unit(), axisTitle, series.axis(),
                List.of(new Line(target.name(), "data", series.values())),
                new Extras(List.of(), "", series.parts(), Gap.in(series.values()), 0, Double.POSITIVE_INFINITY));
    }

    private void seriesTable(Page page, List<Counted> counted) {
        String unit = target.unit().isEmpty() ? "" : " in " + target.unit();
        page.openTable(target.name() + unit + (counted.size() == 1 ? "" : ", series by series"), "numbers");
        page.headings(List.of("series", "steps", "from", "to", "missing", "gaps", "longest gap", "smallest", "mean",
                "largest",
                "standard deviation"));
        HtmlWriter html = page.html();
        html.open("tbody");
        counted.stream().limit(MOST_ROWS).forEach(row -> seriesRow(html, row));
        html.close();
        page.closeTable();
        long steps = counted.stream().mapToLong(row -> row.statistics().steps()).sum();
        long missing = counted.stream().mapToLong(row -> row.statistics().missing()).sum();
        if (counted.size() > MOST_ROWS) {
            page.paragraph("The first " + MOST_ROWS + " of " + NumberText.of(counted.size()) + " series. All of them"
                    + " together have " + NumberText.count(steps, "step") + ", " + NumberText.of(missing)
                    + " of them missing.");
        }
    }

    private static void seriesRow(HtmlWriter html, Counted row) {
        SeriesStatistics statistics = row.statistics();
        Axis axis = row.series().axis();
        html.open("tr").open("th", "scope", "row").foreign(row.series().name()).close();
        number(html, NumberText.of(statistics.steps()));
        number(html, axis.size() == 0 ? NumberText.UNDEFINED : axis.label(0));
        number(html, axis.size() == 0 ? NumberText.UNDEFINED : axis.label(axis.size() - 1));
        number(html, missing(statistics));
        number(html, NumberText.of(statistics.gaps().size()));
        number(html, statistics.missing() == 0 ? "none" : NumberText.count(statistics.longestGap(), "step"));
        number(html, NumberText.of(statistics.smallest()));
        number(html, NumberText.of(statistics.mean()));
        number(html, NumberText.of(statistics.largest()));
        number(html, NumberText.of(statistics.deviation()));
        html.closeLine();
    }

    private static String missing(SeriesStatistics statistics) {
        return statistics.missing() == 0
                ? "none"
                : NumberText.of(statistics.missing()) + " (" + NumberText.percent(statistics.missingPercent()) + ")";
    }

    private static void number(HtmlWriter html, String text) {
        html.element("td", text, "class", "number");
    }

    private void gapTable(Page page, List<Counted> counted) {
        List<PlacedGap> gaps = counted.stream()
                .flatMap(row -> row.statistics().gaps().stream().map(gap -> new PlacedGap(row.series(), gap)))
                .sorted(Comparator.comparingInt(placed -> -placed.gap().length())).toList();
        if (gaps.isEmpty()) {
            page.paragraph("There are no gaps.");
            return;
        }
        page.openTable(gaps.size() > MOST_GAPS
                ? "The " + MOST_GAPS + " longest of " + NumberText.count(gaps.size(), "gap")
                : "Gaps", "numbers");
        page.headings(List.of("series", "first missing", "last missing", "steps"));
        HtmlWriter html = page.html();
        html.open("tbody");
        for (PlacedGap placed : gaps.subList(0, Math.min(MOST_GAPS, gaps.size()))) {
            Axis axis = placed.series().axis();
            html.open("tr").open("th", "scope", "row").foreign(placed.series().name()).close();
            number(html, axis.label(placed.gap().from()));
            number(html, axis.label(placed.gap().to() - 1));
            number(html, NumberText.of(placed.gap().length()));
            html.closeLine();
        }
        html.close();
        page.closeTable();
    }
}
