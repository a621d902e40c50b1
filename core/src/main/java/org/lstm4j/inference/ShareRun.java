package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.ArrayLength;

/// One thread's share of a [BatchRun]: its rows through all steps.
///
/// Blocks are gone through forwards in one step and backwards in the next, as in [SequenceRun].
final class ShareRun extends RowsRun {

    private final LstmKernels kernels;
    /// One block at a time, [4, rows, 16].
    private final float[] gates;
    /// [rows, 16]
    private final float[] cellTanh;
    private final StepFactors factors;
    private final float[] scratch;

    ShareRun(LstmPanels panels, int firstRow, int rows, int steps, LstmKernels kernels) {
        super(panels, firstRow, rows, steps);
        this.kernels = kernels;
        gates = new float[ArrayLength.of(rows, WIDTH)];
        cellTanh = new float[rows * UNITS];
        factors = new StepFactors(rows, inputs + units);
        scratch = new float[panels.scratchFloats()];
    }

    /// Input and output are the whole batch's.
    @Override
    public void run(float[] input, float[] output, boolean everyStep, @Nullable StepMask mask) {
        takePlaces(mask);
        if (everyStep && mask != null) {
            int first = counted.firstRow() * steps * units;
            Arrays.fill(output, first, first + rows * steps * units, 0f);
        }
        for (int turn = 0; turn < counted.turns(); turn++) {
            runTurn(input, turn);
            if (everyStep) {
                copyTurn(output, turn);
            }
        }
        gatherStates();
        if (!everyStep) {
            copyLast(output);
        }
    }

    private void runTurn(float[] input, int turn) {
        int places = counted.places(turn);
        copyIn(input, turn, places);
        int count = isZeroState() ? inputs : inputs + units;
        factors.pack(places, count, read, readAt(0, 0), readStride);
        boolean forwards = turn % 2 == 0;
        for (int index = 0; index < blocks; index++) {
            runBlock(forwards ? index : blocks - 1 - index, places, count);
        }
        advance(1);
    }

    private void runBlock(int block, int places, int count) {
        int quarter = places * UNITS;
        panels.start(kernels, block, places, count, factors, gates, 0, quarter, scratch);
        panels.finish(block, places, gates, 0, quarter);
        int state = cellAt(block, 0);
        kernels.gates().forward(places, gates, 0, quarter, cell, state, cell, state, cellTanh, 0, read,
                hiddenAt(1, 0) + block * UNITS, readStride);
    }

    /// Copies the inputs of a turn beside the hidden states before it.
    private void copyIn(float[] input, int turn, int places) {
        for (int place = 0; place < places; place++) {
            System.arraycopy(input, step(place, turn) * inputs, read, readAt(0, place), inputs);
        }
    }

    /// Copies the hidden states that a turn gave into the output [batch, steps, units].
    private void copyTurn(float[] output, int turn) {
        for (int place = 0; place < counted.places(turn); place++) {
            System.arraycopy(read, hiddenAt(0, place), output, step(place, turn) * units, units);
        }
    }

    /// Copies the hidden states at hand into the output [batch, units].
    private void copyLast(float[] output) {
        for (int place = 0; place < rows; place++) {
            System.arraycopy(read, hiddenAt(0, place), output, counted.rowAt(place) * units, units);
        }
    }

    /// The step that a place reads in a turn, among all steps of the batch.
    private int step(int place, int turn) {
        return counted.rowAt(place) * steps + counted.source(place, turn);
    }
}
