package org.lstm4j.nn;

import static org.lstm4j.kernels.DenseProducts.CHUNK_ROWS;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;
import org.lstm4j.compute.Compute;
import org.lstm4j.compute.RowShares;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmProducts;

/// The gradient of a dense layer's weights and bias through [LstmProducts], in the chunks of [org.lstm4j.kernels.DenseProducts].
///
/// It is cut into tiles of 64 outputs and some inputs, the bias being the weight of one input more that is always 1. Threads share the
/// tiles; no sum is split.
final class PanelWeightGradient {

    /// Inputs of a tile: sixteen strips, whose chunk fits into the second cache.
    private static final int TILE = 96;

    private final int rows;
    private final int inputs;
    private final int outputs;
    private final LstmProducts products;
    private final WorkerPool workers;
    private final WorkerPool.Task sharing = this::runShare;
    private final int columnTiles;
    private final int tiles;
    private final int shares;
    private final int stripStride = FactorStrips.stride(CHUNK_ROWS);
    /// For each share: columns of inputs, packed; output gradients [4, chunk, 16]; the tile [4, 96, 16].
    private final float[][] strips;
    private final float[][] pieces;
    private final float[][] sums;
    private final float[][] scratch;
    private float[] x = {};
    private float[] dy = {};
    private float[] weightGradient = {};
    private float[] biasGradient = {};

    PanelWeightGradient(int rows, int inputs, int outputs, Compute compute) {
        this.rows = rows;
        this.inputs = inputs;
        this.outputs = outputs;
        products = compute.kernels().products();
        workers = compute.workers();
        columnTiles = inputs / TILE + 1; // with the bias
        tiles = GatePanels.panels(outputs) * columnTiles;
        int threads = RowShares.of(rows, workers.threads(), (long) rows * inputs * outputs).count();
        shares = Math.min(threads, tiles);
        strips = new float[shares][FactorStrips.count(TILE) * stripStride];
        pieces = new float[shares][CHUNK_ROWS * WIDTH];
        sums = new float[shares][TILE * WIDTH];
        scratch = new float[shares][LstmProducts.WEIGHT_GRADIENT_SCRATCH];
    }

    /// @param input [rows, inputs]
    /// @param outputGradient [rows, outputs]
    /// @param ofWeights in and out, [outputs, inputs]
    /// @param ofBias in and out, [outputs]
    void run(float[] input, float[] outputGradient, float[] ofWeights, float[] ofBias) {
        x = input;
        dy = outputGradient;
        weightGradient = ofWeights;
        biasGradient = ofBias;
        workers.run(sharing, shares);
    }

    private void runShare(int share) {
        for (int tile = share; tile < tiles; tile += shares) {
            int firstOutput = tile / columnTiles * WIDTH;
            int firstInput = tile % columnTiles * TILE;
            runTile(share, firstOutput, Math.min(WIDTH, outputs - firstOutput), firstInput,
                    Math.min(TILE, 1 + inputs - firstInput));
        }
    }

    private void runTile(int share, int firstOutput, int tileOutputs, int firstInput, int columns) {
        Arrays.fill(sums[share], 0f); // what a tile before left where this one has no outputs must not pile up
        Arrays.fill(pieces[share], 0f);
        load(firstOutput, tileOutputs, firstInput, columns, sums[share]);
        for (int first = 0; first < rows; first += CHUNK_ROWS) {
            int count = Math.min(CHUNK_ROWS, rows - first);
            packInputs(first, count, firstInput, columns, strips[share]);
            for (int output = 0; output < tileOutputs; output += UNITS) {
                packGradients(first, count, firstOutput + output, Math.min(UNITS, tileOutputs - output), pieces[share],
                        output * CHUNK_ROWS);
            }
            products.accumulateWeightGradient(columns, count, strips[share], 0, stripStride, pieces[share], 0,
                    CHUNK_ROWS * UNITS, sums[share], 0, TILE * UNITS, scratch[share]);
        }
        store(firstOutput, tileOutputs, firstInput, columns, sums[share]);
    }

    private void packInputs(int first, int count, int firstInput, int columns, float[] target) {
        int present = Math.min(columns, inputs - firstInput);
        FactorStrips.packColumns(present, count, x, first * inputs + firstInput, inputs, target, 0, stripStride);
        if (present < columns) {
            int ones = FactorStrips.at(present, stripStride);
            for (int row = 0; row < count; row++) {
                target[ones + row * FactorStrips.STRIDE] = 1f;
            }
        }
    }

    /// Sixteen outputs of a chunk.
    private void packGradients(int first, int count, int output, int present, float[] target, int to) {
        for (int row = 0; row < count; row++) {
            System.arraycopy(dy, (first + row) * outputs + output, target, to + row * UNITS, present);
        }
    }

    /// The gradients so far become a tile, so that chunks are added to them in order.
    private void load(int firstOutput, int tileOutputs, int firstInput, int columns, float[] tile) {
        int present = Math.min(columns, inputs - firstInput);
        for (int output = 0; output < tileOutputs; output++) {
            int from = (firstOutput + output) * inputs + firstInput;
            int to = tileAt(output);
            for (int column = 0; column < present; column++) {
                tile[to + column * UNITS] = weightGradient[from + column];
            }
            if (present < columns) {
                tile[to + present * UNITS] = biasGradient[firstOutput + output];
            }
        }
    }

    /// The way back of [#load].
    private void store(int firstOutput, int tileOutputs, int firstInput, int columns, float[] tile) {
        int present = Math.min(columns, inputs - firstInput);
        for (int output = 0; output < tileOutputs; output++) {
            int to = (firstOutput + output) * inputs + firstInput;
            int from = tileAt(output);
            for (int column = 0; column < present; column++) {
                weightGradient[to + column] = tile[from + column * UNITS];
            }
            if (present < columns) {
                biasGradient[firstOutput + output] = tile[from + present * UNITS];
            }
        }
    }

    private static int tileAt(int output) {
        return output / UNITS * TILE * UNITS + output % UNITS;
    }
}
