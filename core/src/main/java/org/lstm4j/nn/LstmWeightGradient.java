package org.lstm4j.nn;

import static org.lstm4j.kernels.GatePanels.COLUMNS;
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

    /// Rows (steps × batch) in one chunk: whole steps of a small batch, or a part of one step of a large batch. Part of the
    /// numeric contract, because it decides the bytes.
    private static final int CHUNK_ROWS = 128;

    /// Most blocks in a group. Four instead of one took the weight gradient of 512 units from 165 to 130 ms.
    private static final int GROUP_BLOCKS = 4;

    private final LstmWeights weights;
    private final LstmBuffers buffers;
    private final LstmProducts products;
    private final WorkerPool workers;
    private final WorkerPool.Task weighing = this::runGroup;
    private final int groupBlocks;
    /// Floats of one tile of four columns.
    private final int tileSize;
    private final int inputStep;
    private final int hiddenStep;
    /// Inputs and the hidden states before each step, [steps, ⌈columns/4⌉, batch, 4].
    private final float[] inputTiles;
    private final float[] hiddenTiles;
    /// [blocks, 1 + features + units, 64]
    private final float[] sums;
    /// For each block, because different threads work on them.
    private final float[][] scratch;

    private boolean fromZeroState;

    LstmWeightGradient(LstmWeights weights, LstmBuffers buffers, LstmProducts products, WorkerPool workers) {
        this.weights = weights;
        this.buffers = buffers;
        this.products = products;
        this.workers = workers;
        int threads = workers.threads();
        groupBlocks = Math.clamp((buffers.blocks + threads - 1) / threads, 1, GROUP_BLOCKS);
        tileSize = buffers.batch * COLUMNS;
        inputStep = ArrayLength.of(GatePanels.tiles(buffers.features), tileSize);
        hiddenStep = ArrayLength.of(GatePanels.tiles(buffers.units), tileSize);
        inputTiles = new float[ArrayLength.of(buffers.steps, inputStep)];
        hiddenTiles = new float[ArrayLength.of(buffers.steps, hiddenStep)];
        sums = new float[buffers.blocks * buffers.panelSize];
        scratch = new float[buffers.blocks][WIDTH];
    }

    /// Lays out some rows of one step; every row of every step must have been laid out before [#run].
    ///
    /// @param input [batch, steps, features]
    void pack(float[] input, int step, int first, int rows) {
        LstmBuffers b = buffers;
        int rowFloats = b.steps * b.features;
        GatePanels.packTiles(rows, b.features, input, first * rowFloats + step * b.features, rowFloats, inputTiles,
                step * inputStep + first * COLUMNS, tileSize);
        GatePanels.packTiles(rows, b.units, b.hidden, b.hiddenAt(step, first), b.hiddenStride, hiddenTiles,
                step * hiddenStep + first * COLUMNS, tileSize);
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
        int chunkSteps = Math.max(1, CHUNK_ROWS / b.batch);
        for (int step = 0; step < b.steps; step += chunkSteps) {
            int steps = Math.min(chunkSteps, b.steps - step);
            for (int row = 0; row < b.batch; row += CHUNK_ROWS) {
                int rows = Math.min(CHUNK_ROWS, b.batch - row);
                for (int block = firstBlock; block < endBlock; block++) {
                    addChunk(block, step, steps, row, rows);
                }
            }
        }
        for (int block = firstBlock; block < endBlock; block++) {
            addToParameters(block);
        }
    }

    private void addChunk(int block, int step, int steps, int row, int rows) {
        LstmBuffers b = buffers;
        int gates = b.gateAt(step, block, row);
        int panel = block * b.panelSize;
        products.accumulateBiasGradient(steps, rows, b.gates, gates, b.gateStep, sums, panel, scratch[block]);
        products.accumulateWeightGradient(
                b.features,
                steps,
                rows,
                inputTiles,
                step * inputStep + row * COLUMNS,
                inputStep,
                tileSize,
                b.gates,
                gates,
                b.gateStep,
                sums,
                panel + WIDTH,
                scratch[block]);
        int skipped = step == 0 && fromZeroState ? 1 : 0;
        products.accumulateWeightGradient(
                b.units,
                steps - skipped,
                rows,
                hiddenTiles,
                (step + skipped) * hiddenStep + row * COLUMNS,
                hiddenStep,
                tileSize,
                b.gates,
                gates + skipped * b.gateStep,
                b.gateStep,
                sums,
                panel + WIDTH * (1 + b.features),
                scratch[block]);
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
