package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import org.lstm4j.compute.RowShares;
import org.lstm4j.nn.StepMask;

/// Which rows of a batch take part in which step of a loop over time, and which step of its data a row then reads.
///
/// A row is a sequence. Without a mask all rows walk through all steps. With a mask every row walks through its own steps that
/// count, and no others, so that padding costs nothing: rows take their **places** by number of steps, longest first, and
/// those that take part in step t are the places below `rows(t)`. Where rows walk backwards, each begins at its own last step.
///
/// Threads share places in contiguous pieces of about the same number of steps. Nothing here depends on how many threads there
/// are but those pieces, so sums over places are the same for any number.
final class SequenceRows {

    private final int batch;
    private final int steps;
    private final WalkDirection direction;
    private final RowShares evenShares;
    private boolean full;

    private final int[] rowAt;
    private final int[] lengths;
    /// [steps]
    private final int[] rows;
    /// [steps + 1]: rows of all steps before.
    private final int[] before;
    /// [shares + 1]
    private final int[] firstOfShare;
    /// [places, steps], only with a mask.
    private int[] sources = {};
    // scratch of the sort
    private final int[] lengthOfRow;
    private final int[] placeOfLength;

    /// @param direction which way rows walk, and in which order their outputs stand
    /// @param shares how threads share rows that are all equally long
    SequenceRows(int batch, int steps, WalkDirection direction, RowShares shares) {
        this.batch = batch;
        this.steps = steps;
        this.direction = direction;
        evenShares = shares;
        rowAt = new int[batch];
        lengths = new int[batch];
        rows = new int[steps];
        before = new int[steps + 1];
        firstOfShare = new int[shares.count() + 1];
        lengthOfRow = new int[batch];
        placeOfLength = new int[steps + 1];
        takeAll();
    }

    /// All rows take part in all steps; a row's place is its number.
    void takeAll() {
        if (full) {
            return;
        }
        full = true;
        Arrays.setAll(rowAt, row -> row);
        Arrays.fill(lengths, steps);
        Arrays.fill(rows, batch);
        sumBefore();
        Arrays.setAll(firstOfShare, evenShares::first);
    }

    /// Rows take part in the steps that count.
    ///
    /// @param mask [batch, steps]
    void take(StepMask mask) {
        full = false;
        if (sources.length == 0) {
            sources = new int[batch * steps];
        }
        placeByLength(mask);
        Arrays.fill(rows, 0);
        for (int place = 0; place < batch; place++) {
            for (int step = 0; step < lengths[place]; step++) {
                rows[step]++;
            }
            listSteps(mask, place);
        }
        sumBefore();
        shareByWork();
    }

    /// Whether all rows take part in all steps.
    boolean isFull() {
        return full;
    }

    /// The row of the batch that has a place.
    int rowAt(int place) {
        return rowAt[place];
    }

    /// How many steps a place walks through.
    int length(int place) {
        return lengths[place];
    }

    /// How many places take part in a step, all of them in step −1: the state before the first.
    int rows(int step) {
        return step < 0 ? batch : rows[step];
    }

    /// Rows of all steps before this one, when only those that take part are counted; of step `steps`, all there are.
    int before(int step) {
        return before[step];
    }

    /// The step of a row that is counted over all steps, as [#before] counts.
    int stepOf(int counted) {
        if (full) {
            return counted / batch;
        }
        int found = Arrays.binarySearch(before, counted);
        int step = found >= 0 ? found : -found - 2;
        while (step + 1 < steps && before[step + 1] <= counted) {
            step++; // past steps in which no row takes part
        }
        return step;
    }

    /// The step of its data that a place reads when it takes its step number `step`.
    int source(int place, int step) {
        if (full) {
            return direction.isBackwards() ? steps - 1 - step : step;
        }
        return sources[place * steps + step];
    }

    /// The step of the output that a place's step number `step` gives.
    int target(int place, int step) {
        int source = source(place, step);
        return direction == WalkDirection.BACKWARDS ? steps - 1 - source : source;
    }

    int shares() {
        return firstOfShare.length - 1;
    }

    /// The first place of a thread's share.
    int first(int share) {
        return firstOfShare[share];
    }

    /// How many places a thread's share has.
    int size(int share) {
        return firstOfShare[share + 1] - firstOfShare[share];
    }

    /// How many places of a thread's share take part in a step.
    int rows(int share, int step) {
        return Math.clamp(rows(step) - (long) first(share), 0, size(share));
    }

    /// Longest first; rows of equal length keep their order (a counting sort).
    private void placeByLength(StepMask mask) {
        Arrays.fill(placeOfLength, 0);
        for (int row = 0; row < batch; row++) {
            lengthOfRow[row] = mask.length(row);
            placeOfLength[lengthOfRow[row]]++;
        }
        int place = 0;
        for (int length = steps; length >= 0; length--) {
            int count = placeOfLength[length];
            placeOfLength[length] = place;
            place += count;
        }
        for (int row = 0; row < batch; row++) {
            int at = placeOfLength[lengthOfRow[row]]++;
            rowAt[at] = row;
            lengths[at] = lengthOfRow[row];
        }
    }

    private void listSteps(StepMask mask, int place) {
        int row = rowAt[place];
        int at = place * steps;
        for (int turn = 0; turn < steps; turn++) {
            int step = direction.isBackwards() ? steps - 1 - turn : turn;
            if (mask.counts(row, step)) {
                sources[at++] = step;
            }
        }
    }

    private void sumBefore() {
        for (int step = 0; step < steps; step++) {
            before[step + 1] = before[step] + rows[step];
        }
    }

    private void shareByWork() {
        int shares = shares();
        long all = before[steps];
        long walked = 0;
        int place = 0;
        for (int share = 1; share < shares; share++) {
            while (place < batch && walked * shares < all * share) {
                walked += lengths[place];
                place++;
            }
            firstOfShare[share] = place;
        }
        firstOfShare[shares] = batch;
    }
}
