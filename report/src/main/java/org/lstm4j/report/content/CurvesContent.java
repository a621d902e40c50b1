package org.lstm4j.report.content;

import java.util.List;

/// Lines over one axis, to be drawn as a chart.
///
/// @param title `gradient by step`
/// @param meaning one or two sentences for learners; may be empty
/// @param unit unit of the numbers, may be empty
/// @param scale how the vertical axis grows
/// @param axis positions, one a value of each line
/// @param axisTitle what the positions are: `steps before the forecast`
/// @param lines at least one, in the order of importance, each name once
public record CurvesContent(String title, String meaning, String unit, Scale scale, Axis axis, String axisTitle,
        List<NamedValues> lines) {

    /// How an axis grows.
    public enum Scale {
        LINEAR,
        /// By powers of ten; values that are not above 0 have no place on it.
        LOGARITHMIC
    }

    public CurvesContent {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("chart '" + title + "' needs at least one line, but has none");
        }
        for (NamedValues line : lines) {
            Lengths.requireEqual("values of line '" + line.name() + "'", line.values().size(), axis.size());
        }
        Lengths.requireDistinct("lines of '" + title + "'", lines.stream().map(NamedValues::name).toList());
    }
}
