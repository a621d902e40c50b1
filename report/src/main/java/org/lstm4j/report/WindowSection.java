package org.lstm4j.report;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.TimeAxis;
import org.lstm4j.report.content.WindowView;

/// The stretch of data behind one forecast.
final class WindowSection {

    private final WindowView window;

    WindowSection(WindowView window) {
        this.window = window;
    }

    void write(Page page) {
        if (window.facts().isEmpty() && window.inputs().isEmpty()) {
            return;
        }
        page.openSection("window", "The window and its forecast");
        if (!window.facts().isEmpty()) {
            page.facts("The window", window.facts());
        }
        if (!window.inputs().isEmpty()) {
            inputs(page);
        }
        page.closeSection();
    }

    private void inputs(Page page) {
        List<Plot> plots = new ArrayList<>();
        String title = window.axis() instanceof TimeAxis ? "" : window.axisTitle();
        for (NamedValues input : window.inputs()) {
            plots.add(new Plot(input.name(), "", title, window.axis(),
                    List.of(new Line(input.name(), "actual", input.values())),
                    new Extras(List.of(), "", List.of(), Gap.in(input.values()), 0, Double.POSITIVE_INFINITY)));
        }
        page.figure(new Figure("inputs", "Column", plots),
                "Line chart of what the network read, column by column. The table below has the same values.",
                "What the network read, in the units of the data.");
        new StepTable(window.axis(), window.inputs()).write(page, "The inputs as a table", "Inputs by step");
    }
}
