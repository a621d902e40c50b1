package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmProducts;

/// [LstmProducts] for AVX2: vectors of 8 floats and 16 registers.
///
/// [WideLstmProducts] holds the four gates of a few rows in registers. Here no more than two rows would fit. So a tile is six
/// rows × the sixteen columns of one quarter, and a quarter is gone through 256 rows (16 kB) at a time, which stay in the first
/// cache for all tiles of the batch; sums wait in the output array. Each sum keeps its order.
///
/// Measured against two rows × four gates without slices: products alone on an AMD Zen 3 at 74 instead of 52 GFLOP/s over 136
/// inputs and units, 73 instead of 40 over 288, 57 instead of 36 over 1152, of a ceiling of 86; whole training steps on an
/// Intel Xeon kept to AVX2 1.2 (W1), 1.4 (W2, W3, W4), 1.5 (W5) and 1.7 (W6) times as fast.
final class NarrowLstmProducts implements LstmProducts {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    static final int LANES = SPECIES.length();

    /// Most rows of a quarter that are gone through at a time: half of the first cache.
    private static final int SLICE = 256;

    @Override
    public void preActivations(
            int rows,
            float[] panel,
            int panelOffset,
            int quarterStride,
            int count,
            float[] read,
            int readOffset,
            int readStride,
            float[] gates,
            int gatesOffset) {
        if (count > 0) {
            addProduct(rows, count, read, readOffset, readStride, panel, panelOffset + UNITS, quarterStride, panel,
                    panelOffset, quarterStride, 0, gates, gatesOffset, WIDTH);
            return;
        }
        for (int row = 0; row < rows; row++) {
            GatePanels.copyRow(panel, panelOffset, quarterStride, gates, gatesOffset + row * WIDTH);
        }
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
            NarrowRowTiles.oneRow(count, a, aOffset, panel, panelOffset, quarterStride, sums, sumsOffset, UNITS,
                    sums, sumsOffset);
        } else {
            addProduct(rows, count, a, aOffset, aStride, panel, panelOffset, quarterStride, sums, sumsOffset, UNITS,
                    sumsStride, sums, sumsOffset, sumsStride);
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
                    panelOffset + block * WIDTH * UNITS, quarterStride, out, outOffset, UNITS, outStride, out,
                    outOffset, outStride);
        }
    }

    @Override
    public void accumulateWeightGradient(
            int columns,
            int rows,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            float[] sums) {
        int sixes = columns / 6 * 6;
        int done = sixes + (columns - sixes) / 4 * 4;
        // one gate's gradients stay in the first cache for all columns
        for (int quarter = 0; quarter < GATES; quarter++) {
            int from = panelOffset + quarter * quarterStride;
            int to = outOffset + quarter * UNITS;
            for (int k = 0; k < sixes; k += 6) {
                NarrowColumnTiles.sixColumns(rows, a, aOffset + k * aStride, aStride, panel, from, out, to + k * WIDTH);
            }
            for (int k = sixes; k < done; k += 4) {
                NarrowColumnTiles.fourColumns(rows, a, aOffset + k * aStride, aStride, panel, from, out,
                        to + k * WIDTH);
            }
        }
        int k = done;
        if (k + 2 <= columns) {
            for (int quarter = 0; quarter < GATES; quarter += 2) {
                NarrowColumnTiles.twoColumns(rows, a, aOffset + k * aStride, aStride, panel,
                        panelOffset + quarter * quarterStride, quarterStride, out,
                        outOffset + k * WIDTH + quarter * UNITS);
            }
            k += 2;
        }
        if (k < columns) {
            NarrowColumnTiles.oneColumn(
                    rows, a, aOffset + k * aStride, panel, panelOffset, quarterStride, out, outOffset + k * WIDTH);
        }
    }

    /// `sums[r][j] = start[r][j] + Σ k<count: a[r][k]·panel[k][j]` for 64 columns j, in slices of equal length.
    ///
    /// @param start row r of quarter q at `startOffset + q·startQuarter + r·startStride`
    private static void addProduct(
            int rows,
            int count,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] start,
            int startOffset,
            int startQuarter,
            int startStride,
            float[] sums,
            int sumsOffset,
            int sumsStride) {
        int slices = (count + SLICE - 1) / SLICE;
        for (int slice = 0; slice < slices; slice++) {
            int first = count * slice / slices;
            int length = count * (slice + 1) / slices - first;
            int from = panelOffset + first * UNITS;
            if (slice == 0) {
                addSlice(rows, length, a, aOffset, aStride, panel, from, quarterStride, start, startOffset,
                        startQuarter, startStride, sums, sumsOffset, sumsStride);
            } else {
                addSlice(rows, length, a, aOffset + first, aStride, panel, from, quarterStride, sums, sumsOffset, UNITS,
                        sumsStride, sums, sumsOffset, sumsStride);
            }
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
            float[] start,
            int startOffset,
            int startQuarter,
            int startStride,
            float[] sums,
            int sumsOffset,
            int sumsStride) {
        int sixes = sixes(rows);
        int done = sixes + (rows - sixes) / 4 * 4;
        for (int quarter = 0; quarter < GATES; quarter++) {
            int from = panelOffset + quarter * quarterStride;
            int begin = startOffset + quarter * startQuarter;
            int to = sumsOffset + quarter * UNITS;
            for (int row = 0; row < sixes; row += 6) {
                NarrowRowTiles.sixRows(count, a, aOffset + row * aStride, aStride, panel, from, start,
                        begin + row * startStride, startStride, sums, to + row * sumsStride, sumsStride);
            }
            for (int row = sixes; row < done; row += 4) {
                NarrowRowTiles.fourRows(count, a, aOffset + row * aStride, aStride, panel, from, start,
                        begin + row * startStride, startStride, sums, to + row * sumsStride, sumsStride);
            }
        }
        int row = done;
        if (row + 2 <= rows) {
            for (int quarter = 0; quarter < GATES; quarter += 2) {
                NarrowRowTiles.twoRows(count, a, aOffset + row * aStride, aStride, panel,
                        panelOffset + quarter * quarterStride, quarterStride, start,
                        startOffset + quarter * startQuarter + row * startStride, startQuarter, startStride, sums,
                        sumsOffset + quarter * UNITS + row * sumsStride, sumsStride);
            }
            row += 2;
        }
        if (row < rows) {
            NarrowRowTiles.oneRow(count, a, aOffset + row * aStride, panel, panelOffset, quarterStride, start,
                    startOffset + row * startStride, startQuarter, sums, sumsOffset + row * sumsStride);
        }
    }

    /// Rows for tiles of six: as many as leave a rest for tiles of four, where that can be had.
    private static int sixes(int rows) {
        int most = rows / 6 * 6;
        boolean restOfTwoOrThree = (rows - most) / 2 == 1;
        return restOfTwoOrThree && most > 0 ? most - 6 : most;
    }
}
