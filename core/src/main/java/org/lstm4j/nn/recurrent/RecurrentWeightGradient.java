package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmProducts;
import org.lstm4j.tensor.ArrayLength;

/// The gradient of an LSTM's weights, from the gate gradients of all steps: the last part of [RecurrentBackward].
///
/// Each element is a sum over steps and rows, which may be long. It runs in chunks, so that rounding stays small and a chunk's
/// gate gradients of one block (32 kB) stay in the first cache while all columns are multiplied with them.
///
/// Threads share the blocks of units, some neighbouring blocks at a time: a chunk of inputs and hidden states is packed once
/// for the whole group. No sum is split between threads.
final class RecurrentWeightGradient {

    /// Most blocks in a group: with 4, packing took 7.5 % of a training step of 512 units, with 16 half of that.
    private static final int GROUP_BLOCKS = 16;

    private final GateWeights weights;
    /// Gradients of the sums of products with inputs and with hidden states: those of the gates, unless a cell keeps the sums apart.
    private final float[] inputSums;
    private final float[] hiddenSums;
    private final RecurrentBuffers buffers;
    private final LstmProducts products;
    private final WorkerPool workers;
    private final WorkerPool.Task weighing = this::runGroup;
    private final int groupBlocks;
    private final RowChunks chunks;
    private final int stripStride;
    /// [blocks, 4, 1 + features + units, 16]
    private final float[] sums;
    private final int groups;
    /// For each group, because different threads work on them: a chunk's column of ones and inputs, and its hidden states before
    /// each step, packed for the products. The ones give the gradient of the bias.
    private final float[][] inputColumns;
    private final float[][] hiddenColumns;
    private final float[][] scratch;

    private boolean fromZeroState;

    RecurrentWeightGradient(CellRun cell, RecurrentBuffers buffers, LstmProducts products, WorkerPool workers) {
        weights = cell.weights();
        RowCells rowCells = cell.rowCells();
        inputSums = rowCells == null ? buffers.gates : rowCells.inputSums();
        hiddenSums = rowCells == null ? buffers.gates : rowCells.hiddenSums();
        this.buffers = buffers;
        this.products = products;
        this.workers = workers;
        int threads = workers.threads();
        groupBlocks = Math.clamp((buffers.blocks + threads - 1) / threads, 1, GROUP_BLOCKS);
        chunks = new RowChunks(buffers.batch, buffers.steps);
        stripStride = FactorStrips.stride(chunks.capacity());
        sums = new float[buffers.blocks * buffers.panelSize];
        groups = (buffers.blocks + groupBlocks - 1) / groupBlocks;
        int inputStrips = FactorStrips.count(1 + buffers.features);
        inputColumns = new float[groups][ArrayLength.of(inputStrips, stripStride)];
        hiddenColumns = new float[groups][ArrayLength.of(FactorStrips.count(buffers.outputs), stripStride)];
        scratch = new float[groups][LstmProducts.WEIGHT_GRADIENT_SCRATCH];
    }

    /// Adds to the gradients of the parameters.
    ///
    /// @param zeroState whether the initial state was all zeros, so that the first step has no recurrent part
    /// @param shared whether the work is worth waking other threads for
    void run(boolean zeroState, boolean shared) {
        fromZeroState = zeroState;
        chunks.fit(buffers.rows);
        if (shared) {
            workers.run(weighing, groups);
            return;
        }
        for (int group = 0; group < groups; group++) {
            runGroup(group);
        }
    }

    private void runGroup(int group) {
        RecurrentBuffers b = buffers;
        int firstBlock = group * groupBlocks;
        int endBlock = Math.min(b.blocks, firstBlock + groupBlocks);
        Arrays.fill(sums, firstBlock * b.panelSize, endBlock * b.panelSize, 0f);
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            int first = chunks.firstRow(chunk);
            int rows = chunks.rows(chunk);
            pack(group, first, rows);
            for (int block = firstBlock; block < endBlock; block++) {
                addChunk(group, block, first, rows);
            }
        }
        for (int block = firstBlock; block < endBlock; block++) {
            GatePanels.addFromForward(
                    block,
                    block * b.panelSize,
                    b.features,
                    b.outputs,
                    b.units,
                    sums,
                    weights.inputGradient(),
                    weights.recurrentGradient(),
                    weights.biasGradient());
        }
    }

    /// Packs a chunk step by step; where all rows take part in all steps, those of all steps follow each other.
    ///
    /// @param first counted over the rows of all steps, like chunks
    private void pack(int group, int first, int rows) {
        SequenceRows places = buffers.rows;
        if (places.isFull()) {
            packStep(group, 0, first, 0, rows);
            return;
        }
        int packed = 0;
        while (packed < rows) {
            int step = places.stepOf(first + packed);
            int place = first + packed - places.before(step);
            int count = Math.min(rows - packed, places.rows(step) - place);
            packStep(group, step, place, packed, count);
            packed += count;
        }
    }

    private void packStep(int group, int step, int place, int packed, int count) {
        RecurrentBuffers b = buffers;
        int to = packed * FactorStrips.STRIDE;
        int ones = b.inputAt(step, place) - 1;
        FactorStrips.packColumns(
                1 + b.features, count, b.read, ones, b.readStride, inputColumns[group], to, stripStride);
        FactorStrips.packColumns(
                b.outputs, count, b.read, b.hiddenAt(step, place), b.readStride, hiddenColumns[group], to, stripStride);
    }

    private void addChunk(int group, int block, int first, int rows) {
        RecurrentBuffers b = buffers;
        int gates = b.gateAt(0, block, first);
        int out = block * b.panelSize;
        int outQuarter = GatePanels.forwardQuarter(b.features, b.outputs);
        products.accumulateWeightGradient(1 + b.features, rows, inputColumns[group], 0, stripStride, inputSums, gates,
                b.gateQuarter, sums, out, outQuarter, scratch[group]);
        int skipped = fromZeroState ? Math.clamp(b.rows.rows(0) - first, 0, rows) : 0;
        products.accumulateWeightGradient(b.outputs, rows - skipped, hiddenColumns[group],
                skipped * FactorStrips.STRIDE, stripStride, hiddenSums, gates + skipped * UNITS, b.gateQuarter, sums,
                out + (1 + b.features) * UNITS, outQuarter, scratch[group]);
    }
}
