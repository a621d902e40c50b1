package org.lstm4j.report.content;

import java.util.List;

/// Numbers by row and step, to be drawn as colours.
///
/// @param title `forget gate of lstm_1`
/// @param meaning one line for learners: `1 keeps the cell state, 0 forgets it`; may be empty
/// @param unit unit of the numbers, may be empty
/// @param range what the colours span
/// @param rowTitle what a row is, in the singular: `unit`, `column`
/// @param rowNames a name a row; empty when rows are counted from 1
/// @param axis the steps, one a column of the grid
/// @param axisTitle what the steps are: `steps before the forecast`
/// @param values `[rows, steps]`, the first row on top; NaN where missing
public record HeatMapContent(String title, String meaning, String unit, Range range, String rowTitle,
        List<String> rowNames, Axis axis, String axisTitle, Grid values) {

    /// What the colours of a heat map span.
    public enum Range {
        /// From 0 to 1, as gates do.
        FRACTION,
        /// From 0 to the largest value.
        POSITIVE,
        /// As far to both sides of 0 as the value farthest from it.
        SIGNED
    }

    public HeatMapContent {
        rowNames = List.copyOf(rowNames);
        Lengths.requireEqual("steps of '" + title + "'", axis.size(), values.columns());
        if (!rowNames.isEmpty()) {
            Lengths.requireEqual("row names of '" + title + "'", rowNames.size(), values.rows());
        }
    }

    /// The name of a row: its own, or its number from 1.
    public String rowName(int row) {
        return rowNames.isEmpty() ? Integer.toString(row + 1) : rowNames.get(row);
    }
}
