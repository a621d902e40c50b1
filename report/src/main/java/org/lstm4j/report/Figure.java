package org.lstm4j.report;

import java.util.List;
import org.lstm4j.report.content.Axis;
import org.lstm4j.report.content.DataPart;
import org.lstm4j.report.content.Values;

/// A chart with one plot, or with several from which the reader picks one.
///
/// @param id name of the figure within the page
/// @param picker what the plots are: `Series`, `Measure`
/// @param plots what can be shown, the first one first
record Figure(String id, String picker, List<Plot> plots) {

    /// Loss curves fall over powers of ten.
    static final double LOSS_RATIO = 100;

    private static final int BASELINE_STYLES = 7;

    /// Lines over one axis.
    ///
    /// @param name of the plot within its figure
    /// @param unit of the values, may be empty
    /// @param axisTitle what the axis counts, empty for times
    /// @param axis positions of the values
    /// @param lines at least one
    /// @param areas drawn behind the lines, later ones over earlier ones
    /// @param extras what is drawn beside the lines
    record Plot(String name, String unit, String axisTitle, Axis axis, List<Line> lines, List<Area> areas,
            Extras extras) {

        /// Without areas.
        Plot(String name, String unit, String axisTitle, Axis axis, List<Line> lines, Extras extras) {
            this(name, unit, axisTitle, axis, lines, List.of(), extras);
        }

        /// Loss curves fall over powers of ten; on a linear axis only their first steps
        /// would show.
        boolean logarithmic() {
            double smallest = Double.POSITIVE_INFINITY;
            double largest = 0;
            for (Line line : lines) {
                for (int index = 0; index < line.values().size(); index++) {
                    if (line.values().observed(index)) {
                        smallest = Math.min(smallest, line.values().at(index));
                        largest = Math.max(largest, line.values().at(index));
                    }
                }
            }
            return smallest > 0 && largest > extras.logarithmicFrom() * smallest;
        }
    }

    /// @param name for the legend
    /// @param style `actual`, `model`, `baseline1` …: the style sheet's colour of that name
    /// @param values one a position of the axis
    /// @param form how the values are joined
    record Line(String name, String style, Values values, Form form) {

        /// How the values of a line are joined.
        enum Form {
            LINE, STEPS, POINTS
        }

        Line(String name, String style, Values values) {
            this(name, style, values, Form.LINE);
        }
    }

    /// An area between two rows of values.
    ///
    /// @param name for the legend
    /// @param style the style sheet's colour of that name
    /// @param lower where it begins, one a position of the axis; a gap where NaN
    /// @param upper where it ends, NaN in the same places
    record Area(String name, String style, Values lower, Values upper) {}

    /// What a plot shows beside its lines.
    ///
    /// @param marks indices at which a forecast starts or an epoch was best
    /// @param markName what the marks are
    /// @param parts shaded parts of the axis
    /// @param gaps missing values of the first line
    /// @param firstShown index at which the plot starts before the reader moves it
    /// @param logarithmicFrom how many times the smallest value the largest must be for a logarithmic scale; infinite for never
    record Extras(List<Integer> marks, String markName, List<DataPart> parts, List<Gap> gaps, int firstShown,
            double logarithmicFrom) {

        static Extras none() {
            return new Extras(List.of(), "", List.of(), List.of(), 0, Double.POSITIVE_INFINITY);
        }
    }

    /// The name of a method's colour and dashes: the model's own, then one a
    /// baseline, from the start again when the style sheet has no more.
    static String methodStyle(int method) {
        return method == 0 ? "model" : "baseline" + ((method - 1) % BASELINE_STYLES + 1);
    }
}
