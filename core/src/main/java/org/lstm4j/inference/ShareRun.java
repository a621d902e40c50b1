package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.kernels.LstmKernels;
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
    public void run(float[] input, float[] output, boolean everyStep) {
        for (int step = 0; step < steps; step++) {
            copyIn(input, step);
            int count = isZeroState() ? inputs : inputs + units;
            factors.pack(rows, count, read, readAt(0, 0), readStride);
            boolean forwards = step % 2 == 0;
            for (int turn = 0; turn < blocks; turn++) {
                runBlock(forwards ? turn : blocks - 1 - turn, count);
            }
            advance(1);
            if (everyStep) {
                copyOut(output, steps, step);
            }
        }
        if (!everyStep) {
            copyOut(output, 1, 0);
        }
    }

    private void runBlock(int block, int count) {
        int quarter = rows * UNITS;
        panels.start(kernels, block, rows, count, factors, gates, 0, quarter, scratch);
        panels.finish(block, rows, gates, 0, quarter);
        int state = cellAt(block, 0);
        kernels.gates().forward(rows, gates, 0, quarter, cell, state, cell, state, cellTanh, 0, read,
                hiddenAt(1, 0) + block * UNITS, readStride);
    }

    /// Copies the inputs of a step beside the hidden states before it.
    private void copyIn(float[] input, int step) {
        for (int row = 0; row < rows; row++) {
            int from = ((firstRow + row) * steps + step) * inputs;
            System.arraycopy(input, from, read, readAt(0, row), inputs);
        }
    }

    /// Copies the hidden states at hand into the output [batch, outputSteps, units].
    private void copyOut(float[] output, int outputSteps, int outputStep) {
        for (int row = 0; row < rows; row++) {
            int to = ((firstRow + row) * outputSteps + outputStep) * units;
            System.arraycopy(read, hiddenAt(0, row), output, to, units);
        }
    }
}
