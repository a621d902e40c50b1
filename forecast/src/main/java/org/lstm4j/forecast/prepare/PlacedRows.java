package org.lstm4j.forecast.prepare;

import java.util.Arrays;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Timeline;

/// Rows on the steps of a grid.
///
/// A row that is not exactly at a step goes to the nearest one, where no other
/// row is nearer to that step; where one is, the row is left out. Both are
/// reported.
///
/// @param timeline step 0 is that of the first row
/// @param values `[columns][steps]`; NaN where there is no row
/// @param rowOfStep `[steps]` number of the row; 0 where there is none
@SuppressWarnings("ArrayRecordComponent") // a carrier of rows, never compared
record PlacedRows(Timeline timeline, double[][] values, long[] rowOfStep, Finding offGrid, Finding gaps,
        int missingSteps) {

    /// Steps a row may stand for on average before the grid is held to be wrong: a
    /// year typed as 2204, say, would otherwise fill the memory with missing steps.
    private static final int STEPS_PER_ROW = 100;
    private static final int STEPS_ALWAYS_ALLOWED = 100_000;
    /// The share of rows that may be left out before the step is held to be wrong.
    private static final double LEFT_OUT = 0.1;

    /// @throws DataException when the frequency does not fit: most rows would be left out, or nearly all steps missing
    static PlacedRows of(OrderedRows rows, TimeGrid grid) {
        long[] times = rows.times();
        long first = grid.nearestStep(times[0]);
        long steps = grid.nearestStep(times[times.length - 1]) - first + 1;
        if (steps > STEPS_ALWAYS_ALLOWED && steps > (long) STEPS_PER_ROW * times.length) {
            throw mostlyMissing(rows, grid, steps);
        }
        int[] indexOfStep = nearestRows(rows, grid, first, (int) steps);
        Timeline timeline = new Timeline(grid.timeline().anchor(), first, grid.timeline().frequency(),
                grid.timeline().zone());
        return place(rows, timeline, indexOfStep, offGrid(rows, grid, first, indexOfStep));
    }

    /// A step as reports show it.
    String text(int step) {
        return timeline.hasTime() ? timeline.format(step) : "step " + step;
    }

    /// For each step the index of the row that is nearest to it, −1 where there is
    /// none. Of rows equally near the earlier one stays.
    private static int[] nearestRows(OrderedRows rows, TimeGrid grid, long first, int steps) {
        int[] indexOfStep = new int[steps];
        Arrays.fill(indexOfStep, -1);
        for (int i = 0; i < rows.times().length; i++) {
            long step = grid.nearestStep(rows.times()[i]);
            int there = indexOfStep[(int) (step - first)];
            if (there < 0 || grid.distance(step, rows.times()[i]) < grid.distance(step, rows.times()[there])) {
                indexOfStep[(int) (step - first)] = i;
            }
        }
        return indexOfStep;
    }

    private static Finding offGrid(OrderedRows rows, TimeGrid grid, long first, int[] indexOfStep) {
        Finding.Collector offGrid = new Finding.Collector();
        int leftOut = 0;
        for (int i = 0; i < rows.times().length; i++) {
            long time = rows.times()[i];
            long step = grid.nearestStep(time);
            if (indexOfStep[(int) (step - first)] != i) {
                offGrid.add(rows.rows()[i], OrderedRows.text(time), "left out");
                leftOut++;
            } else if (grid.distance(step, time) > 0) {
                offGrid.add(rows.rows()[i], OrderedRows.text(time), "moved to " + grid.timeline().format(step));
            }
        }
        if (leftOut > LEFT_OUT * rows.times().length) {
            throw tooCoarse(rows, grid, leftOut);
        }
        return offGrid.finding();
    }

    private static PlacedRows place(OrderedRows rows, Timeline timeline, int[] indexOfStep, Finding offGrid) {
        int steps = indexOfStep.length;
        double[][] values = new double[rows.values().length][steps];
        long[] rowOfStep = new long[steps];
        Finding.Collector gaps = new Finding.Collector();
        int missing = 0;
        int gap = 0;
        for (int step = 0; step < steps; step++) {
            int index = indexOfStep[step];
            for (int c = 0; c < values.length; c++) {
                values[c][step] = index < 0 ? Double.NaN : rows.values()[c][index];
            }
            if (index < 0) {
                gap++;
                continue;
            }
            rowOfStep[step] = rows.rows()[index];
            if (gap > 0) {
                gaps.add(rowOfStep[step], timeline.format(step), gap + (gap == 1 ? " step" : " steps") + " before it");
            }
            missing += gap;
            gap = 0;
        }
        return new PlacedRows(timeline, values, rowOfStep, offGrid, gaps.finding(), missing);
    }

    private static DataException tooCoarse(OrderedRows rows, TimeGrid grid, int leftOut) {
        return new DataException(new Problem(
                "a step of " + grid.timeline().frequency().words() + " does not fit " + rows.source().title(),
                "at most one row a step", leftOut + " of " + rows.times().length + " rows share a step with another",
                "give a shorter step with --freq, join the rows of a step with --resample mean, sum or last, or leave"
                        + " --freq out to have it found"));
    }

    private static DataException mostlyMissing(OrderedRows rows, TimeGrid grid, long steps) {
        int widest = 1;
        for (int i = 2; i < rows.times().length; i++) {
            if (rows.times()[i] - rows.times()[i - 1] > rows.times()[widest] - rows.times()[widest - 1]) {
                widest = i;
            }
        }
        return new DataException(new Problem(
                rows.source().title() + " would have " + steps + " steps of " + grid.timeline().frequency().words(),
                "at most " + STEPS_PER_ROW + " steps for each of its " + rows.times().length + " rows",
                "the widest gap, from " + OrderedRows.text(rows.times()[widest - 1]) + " to "
                        + OrderedRows.text(rows.times()[widest]) + " in row " + rows.rows()[widest],
                "correct the time of that row, or give a longer step with --freq"));
    }
}
