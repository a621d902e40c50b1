package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.COLUMNS;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmProducts;

/// [LstmProducts] for AVX2: vectors of 8 floats and 16 registers.
///
/// [WideLstmProducts] holds the four gates of a few rows in registers. Here no more than two rows would fit, and each pass
/// over a panel would use half of every line of the cache. So a tile is six rows × the sixteen columns of one gate, two vectors
/// which are one line, and a panel is gone through 64 rows (16 kB) at a time, which stay in the first cache for all tiles of the
/// batch; sums wait in the output array. Each sum keeps its order.
///
/// Measured against two rows × four gates without slices: products alone on an AMD Zen 3 at 74 instead of 52 GFLOP/s over 136
/// inputs and units, 73 instead of 40 over 288, 57 instead of 36 over 1152, of a ceiling of 86; whole training steps on an
/// Intel Xeon kept to AVX2 1.2 (W1), 1.4 (W2, W3, W4), 1.5 (W5) and 1.7 (W6) times as fast.
final class NarrowLstmProducts implements LstmProducts {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    static final int LANES = SPECIES.length();

    /// Rows of a panel that are gone through at a time.
    private static final int SLICE = 64;

    @Override
    public void preActivations(
            int rows,
            float[] panel,
            int panelOffset,
            int quarterStride,
            int inputs,
            float[] x,
            int xOffset,
            int xStride,
            int units,
            float[] h,
            int hOffset,
            int hStride,
            float[] gates,
            int gatesOffset) {
        for (int row = 0; row < rows; row++) {
            GatePanels.copyRow(panel, panelOffset, quarterStride, gates, gatesOffset + row * WIDTH);
        }
        int inputPanel = panelOffset + UNITS;
        addProduct(rows, inputs, x, xOffset, xStride, panel, inputPanel, quarterStride, gates, gatesOffset, WIDTH);
        int recurrentPanel = inputPanel + inputs * UNITS;
        addProduct(rows, units, h, hOffset, hStride, panel, recurrentPanel, quarterStride, gates, gatesOffset, WIDTH);
    }

    /// One row needs no slices: nothing of the panel is used again.
    @Override
    public void accumulate(
            int rows,
            int count,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] sums,
            int sumsOffset,
            int sumsStride) {
        if (rows == 1) {
            NarrowRowTiles.oneRow(count, a, aOffset, panel, panelOffset, quarterStride, sums, sumsOffset);
        } else {
            addProduct(rows, count, a, aOffset, aStride, panel, panelOffset, quarterStride, sums, sumsOffset,
                    sumsStride);
        }
    }

    @Override
    public void accumulateThroughWeights(
            int rows,
            int blocks,
            float[] gateGradients,
            int gateOffset,
            int blockStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            int outStride) {
        for (int block = 0; block < blocks; block++) {
            addProduct(rows, WIDTH, gateGradients, gateOffset + block * blockStride, WIDTH, panel,
                    panelOffset + block * WIDTH * UNITS, quarterStride, out, outOffset, outStride);
        }
    }

    @Override
    public void accumulateWeightGradient(
            int columns,
            int steps,
            int rows,
            float[] a,
            int aOffset,
            int aStepStride,
            int aTileStride,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset,
            float[] sums) {
        int k = 0;
        for (; k + 4 <= columns; k += 4) {
            int tile = aOffset + k / COLUMNS * aTileStride;
            for (int column = 0; column < WIDTH; column += 2 * LANES) {
                NarrowColumnTiles.fourColumns(steps, rows, a, tile, aStepStride, gateGradients, gateOffset + column,
                        gateStepStride, out, outOffset + k * WIDTH + column);
            }
        }
        int tile = aOffset + k / COLUMNS * aTileStride;
        for (; k + 2 <= columns; k += 2) {
            for (int column = 0; column < WIDTH; column += 4 * LANES) {
                NarrowColumnTiles.twoColumns(steps, rows, a, tile, aStepStride, gateGradients, gateOffset + column,
                        gateStepStride, out, outOffset + k * WIDTH + column);
            }
        }
        if (k < columns) {
            NarrowColumnTiles.oneColumn(steps, rows, a, tile + k % COLUMNS, aStepStride, gateGradients, gateOffset,
                    gateStepStride, out, outOffset + k * WIDTH);
        }
    }

    @Override
    public void accumulateBiasGradient(
            int steps,
            int rows,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset,
            float[] sums) {
        BiasGradient.accumulate(steps, rows, gateGradients, gateOffset, gateStepStride, out, outOffset);
    }

    /// `sums[r][j] += Σ k<count: a[r][k]·panel[k][j]` for 64 columns j.
    private static void addProduct(
            int rows,
            int count,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] sums,
            int sumsOffset,
            int sumsStride) {
        for (int first = 0; first < count; first += SLICE) {
            int slice = Math.min(SLICE, count - first);
            addSlice(rows, slice, a, aOffset + first, aStride, panel, panelOffset + first * UNITS, quarterStride, sums,
                    sumsOffset,
                    sumsStride);
        }
    }

    private static void addSlice(
            int rows,
            int count,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] sums,
            int sumsOffset,
            int sumsStride) {
        int row = 0;
        for (; row + 6 <= rows; row += 6) {
            for (int quarter = 0; quarter < 4; quarter++) {
                NarrowRowTiles.sixRows(count, a, aOffset + row * aStride, aStride, panel,
                        panelOffset + quarter * quarterStride, sums, sumsOffset + row * sumsStride + quarter * UNITS,
                        sumsStride);
            }
        }
        for (; row + 4 <= rows; row += 4) {
            for (int quarter = 0; quarter < 4; quarter++) {
                NarrowRowTiles.fourRows(count, a, aOffset + row * aStride, aStride, panel,
                        panelOffset + quarter * quarterStride, sums, sumsOffset + row * sumsStride + quarter * UNITS,
                        sumsStride);
            }
        }
        for (; row + 2 <= rows; row += 2) {
            for (int quarter = 0; quarter < 4; quarter += 2) {
                NarrowRowTiles.twoRows(count, a, aOffset + row * aStride, aStride, panel,
                        panelOffset + quarter * quarterStride, quarterStride, sums,
                        sumsOffset + row * sumsStride + quarter * UNITS, sumsStride);
            }
        }
        if (row < rows) {
            NarrowRowTiles.oneRow(count, a, aOffset + row * aStride, panel, panelOffset, quarterStride, sums,
                    sumsOffset + row * sumsStride);
        }
    }
}
