package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.report.Figure.Area;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.Band;
import org.lstm4j.report.content.Evaluation;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.SeriesForecast;
import org.lstm4j.report.content.Target;
import org.lstm4j.report.content.TimeAxis;

/// Forecasts against what came true, and the latest of them as a table.
final class ForecastSection {

    static final int MOST_SERIES = 12;
    private static final int FORECASTS_SHOWN_FIRST = 7;
    private static final int STEPS_SHOWN_FIRST = 100;
    private static final int MOST_ROWS = 48;

    private final Evaluation evaluation;
    private final Target target;

    ForecastSection(Evaluation evaluation, Target target) {
        this.evaluation = evaluation;
        this.target = target;
    }

    void write(Page page) {
        List<SeriesForecast> shown = evaluation.forecasts().stream().filter(forecast -> forecast.axis().size() > 0)
                .limit(MOST_SERIES).toList();
        if (shown.isEmpty()) {
            return;
        }
        page.openSection("forecasts", "Forecast and truth");
        SeriesForecast first = shown.getFirst();
        page.figure(new Figure("forecast", "Series", shown.stream().map(this::plot).toList()), description(first),
                caption(shown));
        table(page, first);
        page.closeSection();
    }

    private Plot plot(SeriesForecast forecast) {
        List<Line> lines = new ArrayList<>();
        for (int method = forecast.byMethod().size() - 1; method > 0; method--) {
            lines.add(line(forecast, method));
        }
        lines.add(new Line("actual", "actual", forecast.actual()));
        lines.add(line(forecast, 0));
        Extras extras = new Extras(forecast.origins(), "start of a forecast", List.of(),
                Gap.in(forecast.actual()), firstShown(forecast), Double.POSITIVE_INFINITY);
        return new Plot(forecast.series(), target.unit(), axisTitle(forecast), forecast.axis(), lines,
                areas(forecast), extras);
    }

    /// The widest first, so that the narrower ones lie over it.
    private static List<Area> areas(SeriesForecast forecast) {
        List<Area> areas = new ArrayList<>();
        int bands = forecast.bands().size();
        for (int index = bands - 1; index >= 0; index--) {
            Band band = forecast.bands().get(index);
            String style = index == 0 ? "inner" : "outer";
            areas.add(new Area(band.name(), style, band.lower(), band.upper()));
        }
        return areas;
    }

    private Line line(SeriesForecast forecast, int method) {
        return new Line(evaluation.methods().get(method), Figure.methodStyle(method),
                forecast.byMethod().get(method));
    }

    private static String axisTitle(SeriesForecast forecast) {
        return forecast.axis() instanceof TimeAxis ? "" : forecast.axis().name();
    }

    /// With few forecasts all are shown, history and all; of many, the last ones.
    private static int firstShown(SeriesForecast forecast) {
        int before = forecast.origins().size() - FORECASTS_SHOWN_FIRST;
        int steps = forecast.axis().size() - STEPS_SHOWN_FIRST;
        return before > 0 ? Math.clamp(steps, 0, forecast.origins().get(before)) : 0;
    }

    private String description(SeriesForecast forecast) {
        return "Line chart of " + target.name() + ": actual values and forecasts by "
                + String.join(", ", evaluation.methods()) + (forecast.bands().isEmpty() ? "" : ", with intervals")
                + ", from " + forecast.axis().label(0) + " to "
                + forecast.axis().label(forecast.axis().size() - 1) + ". The table below has the latest values.";
    }

    private String caption(List<SeriesForecast> shown) {
        StringBuilder text = new StringBuilder("Each forecast starts at a mark at the foot of the plot and knows no"
                + " later value of the target.");
        shown.stream().map(SeriesForecast::bands).filter(bands -> !bands.isEmpty()).findFirst()
                .ifPresent(bands -> text.append(meaning(bands)));
        if (shown.stream().anyMatch(forecast -> !Gap.in(forecast.actual()).isEmpty())) {
            text.append(" Missing actual values are marked along the top.");
        }
        int all = evaluation.forecasts().size();
        if (all > shown.size()) {
            text.append(" The first ").append(shown.size()).append(" of ").append(NumberText.of(all))
                    .append(" series can be chosen.");
        }
        return text.toString();
    }

    /// ` The shaded areas are the intervals of LSTM: of 100 actual values, 80 and 95 should lie within.`
    private String meaning(List<Band> bands) {
        String expected = bands.stream()
                .map(band -> NumberText.brief(100 * band.probability()))
                .collect(Collectors.joining(" and "));
        return " The shaded " + (bands.size() == 1 ? "area is the interval" : "areas are the intervals") + " of "
                + evaluation.methods().getFirst() + ": of 100 actual values, " + expected + " should lie within.";
    }

    private void table(Page page, SeriesForecast forecast) {
        int end = lastForecast(forecast) + 1;
        int start = forecast.origins().isEmpty() ? 0 : forecast.origins().getLast();
        start = Math.max(start, end - MOST_ROWS);
        page.openDetails("The latest forecast as a table");
        page.openTable("Latest forecast of series " + forecast.series(), "numbers");
        page.headings(headings(forecast));
        HtmlWriter html = page.html();
        html.open("tbody");
        for (int index = start; index < end; index++) {
            html.open("tr").element("th", forecast.axis().label(index), "scope", "row");
            number(html, forecast.actual().at(index));
            number(html, forecast.byMethod().getFirst().at(index));
            for (Band band : forecast.bands()) {
                html.element("td", band.text(index), "class", "number");
            }
            for (int method = 1; method < forecast.byMethod().size(); method++) {
                number(html, forecast.byMethod().get(method).at(index));
            }
            html.closeLine();
        }
        html.close();
        page.closeTable();
        page.closeDetails();
    }

    /// The intervals are the model's and stand beside it.
    private List<String> headings(SeriesForecast forecast) {
        List<String> methods = evaluation.methods();
        List<String> headings = new ArrayList<>(List.of(forecast.axis().name(), "actual", methods.getFirst()));
        forecast.bands().forEach(band -> headings.add(band.name()));
        headings.addAll(methods.subList(1, methods.size()));
        return headings;
    }

    private void number(HtmlWriter html, double value) {
        html.element("td", Double.isNaN(value) ? "missing" : NumberText.of(value), "class", "number");
    }

    private static int lastForecast(SeriesForecast forecast) {
        int index = forecast.axis().size() - 1;
        while (index > 0 && !forecast.byMethod().getFirst().observed(index)) {
            index--;
        }
        return index;
    }
}
