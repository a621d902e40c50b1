package org.lstm4j.inference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;

/// Which rows of a batch take part in which turn of a run over time, and which step of its data a row then reads.
///
/// Without a mask, all rows in all turns. With one, a row's turns are its own steps that count: rows take their **places** by number
/// of turns, longest first, so that those that take part in a turn are the first places, and padding costs nothing.
final class CountedSteps {

    private final int firstRow;
    private final int rows;
    private final int steps;
    /// Of each place, a row of the batch.
    private final int[] rowAt;
    /// Of each place.
    private final int[] turns;
    /// Places that take part in each turn.
    private final int[] taking;
    /// [places, steps], only with a mask.
    private int[] sources = {};
    private boolean full;

    /// @param firstRow of the batch
    CountedSteps(int firstRow, int rows, int steps) {
        this.firstRow = firstRow;
        this.rows = rows;
        this.steps = steps;
        rowAt = new int[rows];
        turns = new int[rows];
        taking = new int[steps];
        takeAll();
    }

    /// @param mask of the whole batch; null when all steps count
    void take(@Nullable StepMask mask) {
        if (mask == null) {
            takeAll();
        } else {
            takeSome(mask);
        }
    }

    private void takeAll() {
        full = true;
        for (int place = 0; place < rows; place++) {
            rowAt[place] = firstRow + place;
        }
        Arrays.fill(turns, steps);
        Arrays.fill(taking, rows);
    }

    private void takeSome(StepMask mask) {
        full = false;
        if (sources.length == 0) {
            sources = new int[rows * steps];
        }
        Arrays.fill(taking, 0);
        for (int row = 0; row < rows; row++) {
            insert(row, mask.length(firstRow + row));
        }
        for (int place = 0; place < rows; place++) {
            listSteps(mask, place);
        }
    }

    /// Rows of equal length keep their order (an insertion sort: a thread's share of a batch is small).
    private void insert(int row, int length) {
        int place = row;
        while (place > 0 && turns[place - 1] < length) {
            rowAt[place] = rowAt[place - 1];
            turns[place] = turns[place - 1];
            place--;
        }
        rowAt[place] = firstRow + row;
        turns[place] = length;
    }

    private void listSteps(StepMask mask, int place) {
        int turn = 0;
        for (int step = 0; step < steps; step++) {
            if (mask.counts(rowAt[place], step)) {
                sources[place * steps + turn] = step;
                taking[turn]++;
                turn++;
            }
        }
    }

    /// Whether all rows take part in all turns, a row's place being its number.
    boolean isFull() {
        return full;
    }

    /// Of the batch.
    int firstRow() {
        return firstRow;
    }

    /// Turns of the longest row.
    int turns() {
        return rows == 0 ? 0 : turns[0];
    }

    /// Turns of a place.
    int turns(int place) {
        return turns[place];
    }

    /// How many places take part in a turn: the first ones.
    int places(int turn) {
        return taking[turn];
    }

    /// The row of the batch that has a place.
    int rowAt(int place) {
        return rowAt[place];
    }

    /// The step of its data that a place reads in a turn.
    int source(int place, int turn) {
        return full ? turn : sources[place * steps + turn];
    }
}
