package org.lstm4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.CurvesContent;
import org.lstm4j.report.content.CurvesContent.Scale;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.TimeAxis;
import org.lstm4j.report.content.Values;

/// Lines over the steps of a window, with their table.
///
/// @param id name of the figure within the page
record CurvesFigure(String id, CurvesContent content) {

    void write(Page page) {
        List<Line> lines = new ArrayList<>();
        for (int index = content.lines().size() - 1; index >= 0; index--) {
            NamedValues line = content.lines().get(index);
            lines.add(new Line(line.name(), "run" + (index % RunScoreSection.STYLES + 1), drawn(line.values())));
        }
        double logarithmicFrom = content.scale() == Scale.LOGARITHMIC ? 0 : Double.POSITIVE_INFINITY;
        Plot plot = new Plot(content.title(), content.unit(),
                content.axis() instanceof TimeAxis ? "" : content.axisTitle(),
                content.axis(), lines, new Extras(List.of(), "", List.of(), List.of(), 0, logarithmicFrom));
        page.html().open("h3").foreign(content.title()).closeLine();
        page.figure(new Figure(id, "Chart", List.of(plot)),
                "Line chart: " + content.title() + ". The table below has the same values.", caption(plot));
        new StepTable(content.axis(), content.lines()).write(page, "The values as a table", content.title());
    }

    private String caption(Plot plot) {
        String text = content.meaning();
        if (plot.logarithmic()) {
            text += " The scale is logarithmic" + (withoutPlace() ? "; zeros have no place on it." : ".");
        }
        return text.strip();
    }

    /// On a logarithmic scale, values that are not above 0 become gaps.
    private Values drawn(Values values) {
        return content.scale() == Scale.LINEAR
                ? values
                : Values.of(Arrays.stream(values.toArray()).map(value -> value > 0 ? value : Double.NaN).toArray());
    }

    private boolean withoutPlace() {
        return content.lines().stream()
                .anyMatch(line -> Arrays.stream(line.values().toArray()).anyMatch(value -> value <= 0));
    }
}
