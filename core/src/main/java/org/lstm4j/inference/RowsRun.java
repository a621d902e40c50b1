package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.ArrayLength;

/// What a run over some rows of a batch works in: the state, and two buffers of what steps read, which take turns.
///
/// | array | shape | |
/// |---|---|---|
/// | `read` | [2, rows, readStride] | what a step reads, x_t beside h_{t−1}, and what the next one will |
/// | `cell` | [blocks, rows, 16] | every step overwrites the one before |
abstract class RowsRun implements LstmRun {

    final LstmPanels panels;
    final int firstRow;
    final int rows;
    final int steps;
    final int inputs;
    final int units;
    final int blocks;
    final int readStride;
    final float[] read;
    final float[] cell;
    private boolean zeroState = true;
    /// Which half of `read` has the state.
    private int current;

    /// @param firstRow of the batch, which is row 0 here
    RowsRun(LstmPanels panels, int firstRow, int rows, int steps) {
        this.panels = panels;
        this.firstRow = firstRow;
        this.rows = rows;
        this.steps = steps;
        inputs = panels.inputs();
        units = panels.units();
        blocks = GatePanels.blocks(units);
        readStride = GatePanels.readStride(inputs, units);
        read = new float[ArrayLength.of(2, rows, readStride)];
        cell = new float[blocks * rows * UNITS];
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
        for (int row = 0; row < rows; row++) {
            System.arraycopy(read, hiddenAt(0, row), state.hidden().data(), (firstRow + row) * units, units);
            for (int unit = 0; unit < units; unit++) {
                state.cell().data()[(firstRow + row) * units + unit] = cell[cellAt(unit / UNITS, row) + unit % UNITS];
            }
        }
    }

    @Override
    public final void copyFrom(RecurrentState state) {
        reset();
        zeroState = false;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(state.hidden().data(), (firstRow + row) * units, read, hiddenAt(0, row), units);
            for (int unit = 0; unit < units; unit++) {
                cell[cellAt(unit / UNITS, row) + unit % UNITS] = state.cell().data()[(firstRow + row) * units + unit];
            }
        }
    }
}
