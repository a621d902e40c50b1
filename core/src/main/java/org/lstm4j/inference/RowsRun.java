package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.ArrayLength;

/// What a run over some rows of a batch works in: the state, and two buffers of what steps read, which take turns.
///
/// | array | shape | |
/// |---|---|---|
/// | `read` | [2, rows, readStride] | what a step reads, x_t beside h_{t−1}, and what the next one will |
/// | `cell` | [blocks, rows, 16] | every step overwrites the one before |
///
/// Rows stand at their places in [CountedSteps].
abstract class RowsRun implements LstmRun {

    final LstmPanels panels;
    final int rows;
    final int steps;
    final int inputs;
    final int units;
    final int blocks;
    final int readStride;
    final float[] read;
    final float[] cell;
    final CountedSteps counted;
    private boolean zeroState = true;
    /// Which half of `read` has the state.
    private int current;

    /// @param firstRow of the batch, which is row 0 here
    RowsRun(LstmPanels panels, int firstRow, int rows, int steps) {
        this.panels = panels;
        this.rows = rows;
        this.steps = steps;
        inputs = panels.inputs();
        units = panels.units();
        blocks = GatePanels.blocks(units);
        readStride = GatePanels.readStride(inputs, units);
        read = new float[ArrayLength.of(2, rows, readStride)];
        cell = new float[blocks * rows * UNITS];
        counted = new CountedSteps(firstRow, rows, steps);
    }

    /// Rows take their places for a run; the state at hand comes with them.
    ///
    /// @param mask [batch, steps]; null when all steps count
    final void takePlaces(@Nullable StepMask mask) {
        if (mask == null && counted.isFull()) {
            return;
        }
        if (zeroState) {
            counted.take(mask);
            return;
        }
        float[] hidden = new float[rows * units]; // between two runs that go on from each other, one of them masked
        float[] cells = new float[rows * units];
        int first = counted.firstRow();
        copyStates(hidden, cells, first);
        counted.take(mask);
        takeStates(hidden, cells, first);
    }

    /// Brings the hidden states of rows that had fewer turns to where those of the others stand.
    final void gatherStates() {
        for (int place = 0; place < rows; place++) {
            if ((counted.turns() - counted.turns(place)) % 2 != 0) {
                System.arraycopy(read, hiddenAt(1, place), read, hiddenAt(0, place), units);
            }
        }
    }

    @Override
    public final void reset() {
        Arrays.fill(read, 0f);
        Arrays.fill(cell, 0f);
        zeroState = true;
    }

    /// Whether the state is all zeros, so that the next step has no recurrent part.
    final boolean isZeroState() {
        return zeroState;
    }

    /// Where a row of hidden states stands that many steps from now, the state at hand being 0.
    final int hiddenAt(int stepsAhead, int row) {
        return readAt(stepsAhead, row) + inputs;
    }

    /// Where a row of what that step reads begins.
    final int readAt(int stepsAhead, int row) {
        return ((current + stepsAhead) % 2 * rows + row) * readStride;
    }

    final int cellAt(int block, int row) {
        return (block * rows + row) * UNITS;
    }

    /// Makes the state after that many steps the one at hand.
    final void advance(int count) {
        current = (current + count) % 2;
        zeroState = false;
    }

    @Override
    public final void copyTo(RecurrentState state) {
        copyStates(state.hidden().data(), state.cell().data(), 0);
    }

    /// @param zerothRow the row of the batch that is the first of the arrays
    private void copyStates(float[] hiddens, float[] cells, int zerothRow) {
        for (int place = 0; place < rows; place++) {
            int at = (counted.rowAt(place) - zerothRow) * units;
            System.arraycopy(read, hiddenAt(0, place), hiddens, at, units);
            for (int unit = 0; unit < units; unit++) {
                cells[at + unit] = cell[cellAt(unit / UNITS, place) + unit % UNITS];
            }
        }
    }

    @Override
    public final void copyFrom(RecurrentState state) {
        reset();
        zeroState = false;
        takeStates(state.hidden().data(), state.cell().data(), 0);
    }

    private void takeStates(float[] hiddens, float[] cells, int zerothRow) {
        for (int place = 0; place < rows; place++) {
            int at = (counted.rowAt(place) - zerothRow) * units;
            System.arraycopy(hiddens, at, read, hiddenAt(0, place), units);
            for (int unit = 0; unit < units; unit++) {
                cell[cellAt(unit / UNITS, place) + unit % UNITS] = cells[at + unit];
            }
        }
    }
}
