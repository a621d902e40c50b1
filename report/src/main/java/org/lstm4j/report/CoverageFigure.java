package org.lstm4j.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lstm4j.forecast.metrics.IntervalCoverage;
import org.lstm4j.report.Figure.Extras;
import org.lstm4j.report.Figure.Line;
import org.lstm4j.report.Figure.Plot;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.IntervalComparison;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.Values;

/// The share of values inside the model's intervals by step ahead, beside what they promise, with its table.
///
/// @param intervals with at least one step
record CoverageFigure(IntervalComparison intervals) {

    void write(Page page) {
        Axis axis = new StepAxis(intervals.bySteps().size(), 1, "step");
        Values inside80 = values(step -> 100 * step.coverage80());
        Values inside95 = values(step -> 100 * step.coverage95());
        page.html().element("h3", "Share inside by step ahead").raw("\n");
        page.figure(new Figure("inside", "Measure", List.of(plot(axis, inside80, inside95))),
                "Line chart of the share of values inside the 80\u202f% and the 95\u202f% intervals at each of "
                        + axis.size() + " steps ahead, with what they promise. The table below has the same values.",
                "Below its promise an interval is too narrow, above it too wide. The share of a single step rests on"
                        + " fewer values than that of all, and chance moves it more.");
        new StepTable(axis, List.of(
                new NamedValues("inside 80\u202f%, in %", inside80),
                new NamedValues("width of 80\u202f%", values(IntervalCoverage::width80)),
                new NamedValues("inside 95\u202f%, in %", inside95),
                new NamedValues("width of 95\u202f%", values(IntervalCoverage::width95))))
                .write(page, "The shares as a table", "Intervals by step ahead");
    }

    private static Plot plot(Axis axis, Values inside80, Values inside95) {
        List<Line> lines = List.of(
                new Line("promised: 80\u202f%", "promised80", constant(80, axis.size())),
                new Line("inside 80\u202f% interval", "inside80", inside80),
                new Line("promised: 95\u202f%", "promised95", constant(95, axis.size())),
                new Line("inside 95\u202f% interval", "inside95", inside95));
        return new Plot("Share inside", "% of the values", "steps ahead", axis, lines, Extras.none());
    }

    private static Values constant(double value, int size) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return Values.of(values);
    }

    private Values values(ToDoubleFunction<IntervalCoverage> measure) {
        return Values.of(intervals.bySteps().stream().mapToDouble(measure).toArray());
    }
}
