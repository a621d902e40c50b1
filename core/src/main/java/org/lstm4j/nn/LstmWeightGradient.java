package org.lstm4j.nn;

import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmProducts;
import org.lstm4j.tensor.ArrayLength;

/// The gradient of an LSTM's weights, from the gate gradients of all steps: the last part of [LstmBackward].
///
/// Each element is a sum over steps and rows, which may be long. It runs in chunks, so that rounding stays small and a chunk's
/// gate gradients of one block (32 kB) stay in the first cache while all columns are multiplied with them.
///
/// Threads share the blocks of units, a few neighbouring blocks at a time: a chunk of inputs and hidden states is read from
/// memory once for the whole group, and the group's sums still fit the second cache. No sum is split between threads.
final class LstmWeightGradient {

    /// Most blocks in a group. Four instead of one took the weight gradient of 512 units from 165 to 130 ms.
    private static final int GROUP_BLOCKS = 4;

    private final LstmWeights weights;
    private final LstmBuffers buffers;
    private final LstmProducts products;
    private final WorkerPool workers;
    private final WorkerPool.Task weighing = this::runGroup;
    private final int groupBlocks;
    private final RowChunks chunks;
    /// Floats from one column to the next.
    private final int columnStride;
    /// A column of ones and the inputs, and the hidden states before each step, [chunks, columns, rows]. The ones give the
    /// gradient of the bias.
    private final float[] inputColumns;
    private final float[] hiddenColumns;
    /// [blocks, 1 + features + units, 64]
    private final float[] sums;
    /// For each group, because different threads work on them: a chunk's gate gradients of one block, and a row of sums.
    private final float[][] panels;
    private final float[][] rowSums;

    private boolean fromZeroState;

    LstmWeightGradient(LstmWeights weights, LstmBuffers buffers, LstmProducts products, WorkerPool workers) {
        this.weights = weights;
        this.buffers = buffers;
        this.products = products;
        this.workers = workers;
        int threads = workers.threads();
        groupBlocks = Math.clamp((buffers.blocks + threads - 1) / threads, 1, GROUP_BLOCKS);
        chunks = new RowChunks(buffers.batch, buffers.steps);
        columnStride = chunks.capacity();
        inputColumns = new float[ArrayLength.of(chunks.count(), 1 + buffers.features, columnStride)];
        hiddenColumns = new float[ArrayLength.of(chunks.count(), buffers.units, columnStride)];
        sums = new float[buffers.blocks * buffers.panelSize];
        int groups = (buffers.blocks + groupBlocks - 1) / groupBlocks;
        panels = new float[groups][columnStride * WIDTH];
        rowSums = new float[groups][WIDTH];
    }

    /// Lays out some rows of one step; every row of every step must have been laid out before [#run].
    void pack(int step, int first, int rows) {
        LstmBuffers b = buffers;
        for (int row = first; row < first + rows;) {
            int chunk = chunks.chunkOf(step, row);
            int place = step * b.batch + row - chunks.firstRow(chunk);
            int count = Math.min(first + rows - row, chunks.rows(chunk) - place);
            GatePanels.transpose(count, 1 + b.features, b.read, b.inputAt(step, row) - 1, b.readStride, inputColumns,
                    chunk * (1 + b.features) * columnStride + place, columnStride);
            GatePanels.transpose(count, b.units, b.read, b.hiddenAt(step, row), b.readStride, hiddenColumns,
                    chunk * b.units * columnStride + place, columnStride);
            row += count;
        }
    }

    /// Adds to the gradients of the parameters.
    ///
    /// @param zeroState whether the initial state was all zeros, so that the first step has no recurrent part
    /// @param shared whether the work is worth waking other threads for
    void run(boolean zeroState, boolean shared) {
        fromZeroState = zeroState;
        int groups = (buffers.blocks + groupBlocks - 1) / groupBlocks;
        if (shared) {
            workers.run(weighing, groups);
            return;
        }
        for (int group = 0; group < groups; group++) {
            runGroup(group);
        }
    }

    private void runGroup(int group) {
        LstmBuffers b = buffers;
        int firstBlock = group * groupBlocks;
        int endBlock = Math.min(b.blocks, firstBlock + groupBlocks);
        Arrays.fill(sums, firstBlock * b.panelSize, endBlock * b.panelSize, 0f);
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            for (int block = firstBlock; block < endBlock; block++) {
                addChunk(group, block, chunk);
            }
        }
        for (int block = firstBlock; block < endBlock; block++) {
            addToParameters(block);
        }
    }

    private void addChunk(int group, int block, int chunk) {
        LstmBuffers b = buffers;
        int first = chunks.firstRow(chunk);
        int rows = chunks.rows(chunk);
        int quarter = rows * GatePanels.UNITS;
        float[] panel = panels[group];
        GatePanels.packQuarters(rows, b.gates, b.gateAt(0, block, first), panel);
        int out = block * b.panelSize;
        int inputs = 1 + b.features;
        products.accumulateWeightGradient(inputs, rows, inputColumns, chunk * inputs * columnStride, columnStride,
                panel, 0, quarter, sums, out, rowSums[group]);
        int skipped = fromZeroState ? Math.clamp(b.batch - first, 0, rows) : 0;
        products.accumulateWeightGradient(b.units, rows - skipped, hiddenColumns,
                chunk * b.units * columnStride + skipped, columnStride, panel, skipped * GatePanels.UNITS, quarter,
                sums, out + inputs * WIDTH, rowSums[group]);
    }

    private void addToParameters(int block) {
        GatePanels.addFromForward(
                block,
                buffers.features,
                buffers.units,
                sums,
                block * buffers.panelSize,
                weights.inputWeights().gradient(),
                weights.recurrentWeights().gradient(),
                weights.bias().gradient());
    }
}
