package org.lstm4j.nn;

import org.lstm4j.compute.Compute;
import org.lstm4j.compute.RowShares;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmKernels;

/// The forward half of an [LstmPass]: threads share the rows of the batch, so that no thread waits for another inside the
/// loop over time.
final class LstmForward {

    private final LstmWeights weights;
    private final LstmBuffers buffers;
    private final LstmKernels kernels;
    private final WorkerPool workers;
    private final RowShares shares;
    // fields, not lambdas at the call: running a task must not allocate
    /// What a step reads, packed for the products, for each share of rows.
    private final float[][] strips;
    private final int stripStride;
    private final WorkerPool.Task packing = this::pack;
    private final WorkerPool.Task stepping = this::runRows;

    private float[] input = {};
    private boolean fromZeroState;

    LstmForward(LstmWeights weights, LstmBuffers buffers, Compute compute, RowShares shares) {
        this.weights = weights;
        this.buffers = buffers;
        this.kernels = compute.kernels();
        this.workers = compute.workers();
        this.shares = shares;
        stripStride = FactorStrips.stride(buffers.features + buffers.units);
        strips = LstmBuffers.stripsFor(shares, stripStride);
    }

    /// Runs all steps; the initial state stands in the buffers.
    ///
    /// @param batchInput [batch, steps, features]
    /// @param zeroState whether the initial state is all zeros, so that the first step has no recurrent part
    void run(float[] batchInput, boolean zeroState) {
        input = batchInput;
        fromZeroState = zeroState;
        if (shares.count() > 1) {
            workers.run(packing, buffers.blocks);
            workers.run(stepping, shares.count());
        } else {
            for (int block = 0; block < buffers.blocks; block++) {
                pack(block);
            }
            runRows(0);
        }
    }

    private void pack(int block) {
        GatePanels.packForward(
                block,
                block * buffers.panelSize,
                buffers.features,
                buffers.units,
                weights.inputWeights().value(),
                weights.recurrentWeights().value(),
                weights.bias().value(),
                buffers.panels);
    }

    private void runRows(int share) {
        LstmBuffers b = buffers;
        int first = shares.first(share);
        int rows = shares.rows(share);
        b.setInputs(input, first, rows);
        for (int step = 0; step < b.steps; step++) {
            int count = step == 0 && fromZeroState ? b.features : b.features + b.units;
            FactorStrips.packRows(
                    rows, count, b.read, b.inputAt(step, first), b.readStride, strips[share], 0, stripStride);
            for (int block = 0; block < b.blocks; block++) {
                runBlock(step, block, first, rows, count, strips[share]);
            }
        }
    }

    private void runBlock(int step, int block, int first, int rows, int count, float[] factors) {
        LstmBuffers b = buffers;
        int gates = b.gateAt(step, block, first);
        kernels.products().preActivations(
                rows,
                count,
                factors,
                0,
                stripStride,
                b.panels,
                block * b.panelSize,
                GatePanels.forwardQuarter(b.features, b.units),
                b.gates,
                gates,
                b.gateQuarter);
        kernels.gates().forward(
                rows,
                b.gates,
                gates,
                b.gateQuarter,
                b.cell,
                b.cellAt(step, block, first),
                b.cell,
                b.cellAt(step + 1, block, first),
                b.cellTanh,
                b.cellAt(step, block, first),
                b.read,
                b.hiddenAt(step + 1, first) + block * GatePanels.UNITS,
                b.readStride);
    }
}
