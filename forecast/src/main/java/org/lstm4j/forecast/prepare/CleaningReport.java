package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Frequency.StepIndex;

/// What cleaning found in the rows of one series and what it did about it.
///
/// @param series name of the series; empty when there is only one
/// @param rows rows read
/// @param steps steps of the regular series
/// @param frequency distance of the steps
/// @param start time of the first step, UTC
/// @param end time of the last step, UTC
/// @param unsorted rows whose time is before that of the row above them; they were sorted
/// @param duplicates rows whose time an earlier row already had; they were aggregated
/// @param offGrid rows between the steps; each was moved to the nearest step or, where that has a row, left out
/// @param gaps places where steps have no row; the place is the row after the gap, its note the number of steps
/// @param missingSteps steps without a row over all gaps; their values are missing
/// @param columns what was found in each column
/// @param warnings what deserves a look, each a sentence
public record CleaningReport(String series, int rows, int steps, Frequency frequency, String start, String end,
        Finding unsorted, Finding duplicates, Finding offGrid, Finding gaps, int missingSteps,
        List<ColumnReport> columns, List<String> warnings) {

    public CleaningReport {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    /// What cleaning found in one column, over all steps.
    ///
    /// @param column name of the column
    /// @param missing steps without a value before filling
    /// @param filled steps that were given a value
    /// @param constant whether all values that are present are the same
    /// @param outliers values far from the others by [OutlierRule]; they are only reported
    public record ColumnReport(String column, int missing, int filled, boolean constant, Finding outliers) {}

    /// Everything that is worth a line, as text; a clean series gives one line.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        // without time every row is a step
        String length = frequency instanceof StepIndex
                ? counted(steps, "step")
                : counted(rows, "row") + ", " + counted(steps, "step") + " of " + frequency.words();
        lines.add((series.isEmpty() ? "" : "series '" + series + "': ") + length
                + (steps == 0 ? "" : ", " + start + " to " + end));
        add(lines, unsorted, "unsorted row", ", now in order");
        add(lines, duplicates, "row", " of a time that another row had, aggregated");
        add(lines, offGrid, "row", " between the steps");
        add(lines, gaps, "gap", ", " + counted(missingSteps, "step") + " without a row");
        for (ColumnReport column : columns) {
            if (column.missing() > 0) {
                lines.add("column '" + column.column() + "': " + counted(column.missing(), "value") + " missing, "
                        + (column.filled() == 0 ? "none" : column.filled()) + " of them filled");
            }
            add(lines, column.outliers(), "unusual value", " in column '" + column.column() + "', kept");
        }
        lines.addAll(warnings);
        return lines;
    }

    private static void add(List<String> lines, Finding finding, String thing, String what) {
        if (!finding.isEmpty()) {
            lines.add(counted(finding.count(), thing) + what + ": " + finding.places());
        }
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
