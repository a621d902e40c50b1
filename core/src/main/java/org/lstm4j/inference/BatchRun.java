package org.lstm4j.inference;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import org.lstm4j.compute.Compute;
import org.lstm4j.compute.RowShares;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.LstmKernels;
import org.lstm4j.tensor.ArrayLength;

/// A run over a batch of sequences: threads share the rows, so that no thread waits for another inside the loop over time.
///
/// Blocks are gone through forwards in one step and backwards in the next, as in [SequenceRun].
final class BatchRun extends LstmRun {

    private final LstmKernels kernels;
    private final WorkerPool workers;
    private final RowShares shares;
    /// One block at a time, [4, batch, 16].
    private final float[] gates;
    /// [batch, 16]
    private final float[] cellTanh;
    private final StepFactors[] factors;
    private final float[][] scratch;
    private final WorkerPool.Task running = this::runRows;

    private float[] input = {};
    private float[] output = {};
    private boolean everyStep;

    BatchRun(LstmPanels panels, int batch, int steps, Compute compute) {
        super(panels, batch, steps);
        kernels = compute.kernels();
        workers = compute.workers();
        long work = (long) steps * batch * 4 * units * (inputs + units);
        shares = RowShares.of(batch, workers.threads(), work);
        gates = new float[ArrayLength.of(batch, WIDTH)];
        cellTanh = new float[batch * UNITS];
        factors = new StepFactors[shares.count()];
        for (int share = 0; share < factors.length; share++) {
            factors[share] = new StepFactors(shares.rows(share), inputs + units);
        }
        scratch = new float[shares.count()][panels.scratchFloats()];
    }

    @Override
    void run(float[] batchInput, float[] outputs, boolean all) {
        input = batchInput;
        output = outputs;
        everyStep = all;
        if (shares.count() == 1) {
            runRows(0);
        } else {
            workers.run(running, shares.count());
        }
        advance(steps);
    }

    private void runRows(int share) {
        int row = shares.first(share);
        int rows = shares.rows(share);
        for (int step = 0; step < steps; step++) {
            copyIn(step, row, rows);
            int count = step > 0 || !isZeroState() ? inputs + units : inputs;
            factors[share].pack(rows, count, read, readAt(step, row), readStride);
            boolean forwards = step % 2 == 0;
            for (int turn = 0; turn < blocks; turn++) {
                runBlock(step, forwards ? turn : blocks - 1 - turn, share, count);
            }
            if (everyStep) {
                copyOut(step, row, rows, steps, step);
            }
        }
        if (!everyStep) {
            copyOut(steps - 1, row, rows, 1, 0);
        }
    }

    private void runBlock(int step, int block, int share, int count) {
        int row = shares.first(share);
        int rows = shares.rows(share);
        int at = row * UNITS;
        int quarter = batch * UNITS;
        panels.start(kernels, block, rows, count, factors[share], gates, at, quarter, scratch[share]);
        panels.finish(block, rows, gates, at, quarter);
        int state = cellAt(block, row);
        kernels.gates().forward(rows, gates, at, quarter, cell, state, cell, state, cellTanh, at, read,
                hiddenAt(step + 1, row) + block * UNITS, readStride);
    }

    /// Copies the inputs of a step beside the hidden states before it.
    private void copyIn(int step, int first, int rows) {
        for (int row = first; row < first + rows; row++) {
            System.arraycopy(input, (row * steps + step) * inputs, read, readAt(step, row), inputs);
        }
    }

    /// Copies the hidden states after a step into the output [batch, outputSteps, units].
    private void copyOut(int step, int first, int rows, int outputSteps, int outputStep) {
        for (int row = first; row < first + rows; row++) {
            System.arraycopy(read, hiddenAt(step + 1, row), output, (row * outputSteps + outputStep) * units, units);
        }
    }
}
