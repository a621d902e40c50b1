package org.lstm4j.nn;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;

import org.lstm4j.compute.Compute;
import org.lstm4j.compute.RowShares;
import org.lstm4j.compute.WorkerPool;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;
import org.lstm4j.kernels.LstmProducts;
import org.lstm4j.tensor.ArrayLength;

/// Rows times a matrix, out[r][j] = start[j] + Σ k: rows[r][k]·matrix[k][j], k in order, through [LstmProducts]: 64 columns of the
/// matrix at a time, as if they were four gates of sixteen units. Threads share the rows.
final class PanelProduct {

    /// Rows that are packed at once: with a panel they fit into the second cache.
    private static final int BLOCK = 96;

    private final int count;
    private final int columns;
    private final LstmProducts products;
    private final WorkerPool workers;
    private final RowShares shares;
    private final WorkerPool.Task sharing = this::runShare;
    /// [⌈columns/64⌉, 4, 1 + count, 16]: the start, then the matrix, in quarters of sixteen columns
    private final float[] panels;
    private final int quarter;
    private final int stripStride;
    /// For each share: a block of rows, packed, and what comes out of it, [4, block, 16].
    private final float[][] strips;
    private final float[][] sums;
    private float[] source = {};
    private float[] target = {};

    /// @param count numbers of a row
    /// @param columns numbers of a row that comes out
    PanelProduct(int rows, int count, int columns, Compute compute) {
        this.count = count;
        this.columns = columns;
        products = compute.kernels().products();
        workers = compute.workers();
        shares = RowShares.of(rows, workers.threads(), (long) rows * count * columns);
        quarter = (1 + count) * UNITS;
        panels = new float[ArrayLength.of(GatePanels.panels(columns), GATES, quarter)];
        stripStride = FactorStrips.stride(count);
        strips = new float[shares.count()][ArrayLength.of(FactorStrips.count(BLOCK), stripStride)];
        sums = new float[shares.count()][BLOCK * GatePanels.WIDTH];
    }

    /// Takes the matrix.
    ///
    /// @param start [columns]
    /// @param weights number k of column j at `k·rowStride + j·columnStride`
    void pack(float[] start, float[] weights, int rowStride, int columnStride) {
        for (int column = 0; column < columns; column++) {
            int to = column / UNITS * quarter + column % UNITS;
            panels[to] = start[column];
            int from = column * columnStride;
            for (int k = 0; k < count; k++) {
                panels[to + (1 + k) * UNITS] = weights[from + k * rowStride];
            }
        }
    }

    /// @param rows [rows, count]
    /// @param out [rows, columns]
    void run(float[] rows, float[] out) {
        source = rows;
        target = out;
        workers.run(sharing, shares.count());
    }

    private void runShare(int share) {
        int end = shares.first(share + 1);
        for (int first = shares.first(share); first < end; first += BLOCK) {
            runBlock(first, Math.min(BLOCK, end - first), strips[share], sums[share]);
        }
    }

    private void runBlock(int first, int rows, float[] factors, float[] results) {
        FactorStrips.packRows(rows, count, source, first * count, count, factors, 0, stripStride);
        for (int column = 0; column < columns; column += GatePanels.WIDTH) {
            products.preActivations(rows, count, factors, 0, stripStride, panels, column / UNITS * quarter, quarter,
                    results, 0, BLOCK * UNITS);
            int end = Math.min(columns, column + GatePanels.WIDTH);
            for (int piece = column; piece < end; piece += UNITS) {
                copyOut((piece - column) * BLOCK, rows, results, first * columns + piece, Math.min(UNITS, end - piece));
            }
        }
    }

    private void copyOut(int from, int rows, float[] results, int to, int present) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(results, from + row * UNITS, target, to + row * columns, present);
        }
    }
}
