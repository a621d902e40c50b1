package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.forecast.Timeline;

/// Makes steps of rows at any times: a step is joined from the rows at or after its time and before the next step's. One without a row is
/// missing, whatever the rows are joined by: nothing was seen, which is not 0.
///
/// Steps begin where people count from, see [TimeGrid#aligned].
///
/// @param how the rows of a step are joined
record Resampling(DuplicateAggregate how) {

    /// Steps a first or last row may be from the end of its step, in mean distances of rows, before the step is called incomplete.
    private static final double COMPLETE = 1.5;

    PlacedRows place(OrderedRows rows, TimeGrid grid) {
        long first = grid.stepBefore(rows.times()[0]);
        List<int[]> rowsOfStep = rowsOfStep(rows.times(), grid, first);
        Timeline timeline = new Timeline(grid.timeline().anchor(), first, grid.timeline().frequency(),
                grid.timeline().zone());
        double[][] values = new double[rows.values().length][rowsOfStep.size()];
        for (int column = 0; column < values.length; column++) {
            DuplicateAggregate its = how.of(rows.source(), column);
            for (int step = 0; step < rowsOfStep.size(); step++) {
                values[column][step] = its.of(rows.values()[column], rowsOfStep.get(step));
            }
        }
        long[] numbers = new long[rowsOfStep.size()];
        Finding.Collector gaps = new Finding.Collector();
        int missing = 0;
        int gap = 0;
        for (int step = 0; step < numbers.length; step++) {
            if (rowsOfStep.get(step).length == 0) {
                gap++;
                continue;
            }
            numbers[step] = rows.rows()[rowsOfStep.get(step)[0]];
            if (gap > 0) {
                gaps.add(numbers[step], timeline.format(step), gap + (gap == 1 ? " step" : " steps") + " before it");
            }
            missing += gap;
            gap = 0;
        }
        return new PlacedRows(timeline, values, numbers, Finding.NONE, gaps.finding(), missing);
    }

    /// What a reader must know of the result, each a sentence.
    List<String> notes(OrderedRows rows, PlacedRows placed) {
        long[] times = rows.times();
        int steps = placed.rowOfStep().length;
        List<String> notes = new ArrayList<>();
        notes.add(times.length + " rows became " + steps + " steps, each the "
                + how.name().toLowerCase(java.util.Locale.ROOT) + " of its rows");
        double distance = times.length < 2 ? 0 : (times[times.length - 1] - times[0]) / (times.length - 1.0);
        Timeline timeline = placed.timeline();
        if (times[0] - timeline.instantMillis(0) > COMPLETE * distance) {
            notes.add("the first step, " + timeline.format(0) + ", may lack rows: the first is at "
                    + OrderedRows.text(times[0]));
        }
        if (timeline.instantMillis(steps) - times[times.length - 1] > COMPLETE * distance) {
            notes.add("the last step, " + timeline.format(steps - 1L) + ", may lack rows: the last is at "
                    + OrderedRows.text(times[times.length - 1]));
        }
        return notes;
    }

    /// Indices of the rows of each step.
    private static List<int[]> rowsOfStep(long[] times, TimeGrid grid, long first) {
        List<int[]> all = new ArrayList<>();
        int from = 0;
        while (from < times.length) {
            long step = grid.stepBefore(times[from]) - first;
            while (all.size() < step) {
                all.add(new int[0]);
            }
            int to = from;
            while (to < times.length && grid.stepBefore(times[to]) - first == step) {
                to++;
            }
            all.add(IntStream.range(from, to).toArray());
            from = to;
        }
        return all;
    }
}
