package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.nn.LstmState;
import org.lstm4j.tensor.ArrayLength;

/// What a run of an LSTM over the steps of a batch works in: the state, and two buffers of what steps read, which take turns.
///
/// | array | shape | |
/// |---|---|---|
/// | `read` | [2, batch, readStride] | what a step reads, x_t beside h_{t−1}, and what the next one will |
/// | `cell` | [blocks, batch, 16] | every step overwrites the one before |
abstract class LstmRun {

    final LstmPanels panels;
    final int batch;
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

    LstmRun(LstmPanels panels, int batch, int steps) {
        this.panels = panels;
        this.batch = batch;
        this.steps = steps;
        inputs = panels.inputs();
        units = panels.units();
        blocks = GatePanels.blocks(units);
        readStride = GatePanels.readStride(inputs, units);
        read = new float[ArrayLength.of(2, batch, readStride)];
        cell = new float[blocks * batch * UNITS];
    }

    /// Goes through all steps from the state at hand.
    ///
    /// @param input [batch, steps, inputs]
    /// @param output where the hidden states go
    /// @param everyStep [batch, steps, units] instead of [batch, units]
    abstract void run(float[] input, float[] output, boolean everyStep);

    /// Back to the state before the first step.
    final void reset() {
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
        return ((current + stepsAhead) % 2 * batch + row) * readStride;
    }

    final int cellAt(int block, int row) {
        return (block * batch + row) * UNITS;
    }

    /// Makes the state after that many steps the one at hand.
    final void advance(int count) {
        current = (current + count) % 2;
        zeroState = false;
    }

    final void copyTo(LstmState state) {
        for (int row = 0; row < batch; row++) {
            System.arraycopy(read, hiddenAt(0, row), state.hidden().data(), row * units, units);
            for (int unit = 0; unit < units; unit++) {
                state.cell().data()[row * units + unit] = cell[cellAt(unit / UNITS, row) + unit % UNITS];
            }
        }
    }

    final void copyFrom(LstmState state) {
        reset();
        zeroState = false;
        for (int row = 0; row < batch; row++) {
            System.arraycopy(state.hidden().data(), row * units, read, hiddenAt(0, row), units);
            for (int unit = 0; unit < units; unit++) {
                cell[cellAt(unit / UNITS, row) + unit % UNITS] = state.cell().data()[row * units + unit];
            }
        }
    }
}
