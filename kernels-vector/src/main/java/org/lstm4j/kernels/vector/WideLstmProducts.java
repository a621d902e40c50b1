package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.LstmProducts;

/// [LstmProducts] with the Vector API: tiles of rows × 4 vectors (one a gate) whose sums stay in registers.
///
/// A tile of four rows keeps 16 sums, 4 weight vectors and one factor: 21 registers of the 32 that AVX-512 and NEON have; for
/// AVX2's 16 there is [NarrowLstmProducts]. A vector narrower than 16 floats walks a panel in lane groups, so each sum keeps
/// its order whatever the width.
///
/// The loops are written out because a method of ours that takes or returns a vector may not be inlined, and a vector that
/// crosses a real call is boxed (ten to a hundred times slower).
final class WideLstmProducts implements LstmProducts {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

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
        for (int lane = 0; lane < UNITS; lane += LANES) {
            int from = panelOffset + lane;
            int to = gatesOffset + lane;
            int row = 0;
            for (; row + 4 <= rows; row += 4) {
                PreActivationTiles.fourRows(panel, from, quarterStride, count, read, readOffset + row * readStride,
                        readStride, gates, to + row * WIDTH);
            }
            for (; row + 2 <= rows; row += 2) {
                PreActivationTiles.twoRows(panel, from, quarterStride, count, read, readOffset + row * readStride,
                        readStride, gates, to + row * WIDTH);
            }
            if (row < rows) {
                PreActivationTiles.oneRow(panel, from, quarterStride, count, read, readOffset + row * readStride, gates,
                        to + row * WIDTH);
            }
        }
    }

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
        addProducts(rows, 1, count, a, aOffset, 0, aStride, panel, panelOffset, quarterStride, sums, sumsOffset,
                sumsStride);
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
        addProducts(rows, blocks, WIDTH, gateGradients, gateOffset, blockStride, WIDTH, panel, panelOffset,
                quarterStride, out,
                outOffset, outStride);
    }

    private static void addProducts(
            int rows,
            int blocks,
            int count,
            float[] a,
            int aOffset,
            int aBlockStride,
            int aStride,
            float[] panel,
            int panelOffset,
            int quarterStride,
            float[] out,
            int outOffset,
            int outStride) {
        for (int lane = 0; lane < UNITS; lane += LANES) {
            int row = 0;
            for (; row + 4 <= rows; row += 4) {
                WideRowTiles.fourRows(blocks, count, a, aOffset + row * aStride, aBlockStride, aStride, panel,
                        panelOffset + lane, quarterStride, out, outOffset + row * outStride + lane, outStride);
            }
            for (; row + 2 <= rows; row += 2) {
                WideRowTiles.twoRows(blocks, count, a, aOffset + row * aStride, aBlockStride, aStride, panel,
                        panelOffset + lane, quarterStride, out, outOffset + row * outStride + lane, outStride);
            }
            if (row < rows) {
                WideRowTiles.oneRow(blocks, count, a, aOffset + row * aStride, aBlockStride, panel,
                        panelOffset + lane, quarterStride, out, outOffset + row * outStride + lane);
            }
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
        for (int lane = 0; lane < UNITS; lane += LANES) {
            int k = 0;
            for (; k + 4 <= columns; k += 4) {
                WeightGradientTiles.fourColumns(rows, a, aOffset + k * aStride, aStride, panel, panelOffset + lane,
                        quarterStride, out, outOffset + k * WIDTH + lane);
            }
            for (; k + 2 <= columns; k += 2) {
                WeightGradientTiles.twoColumns(rows, a, aOffset + k * aStride, aStride, panel, panelOffset + lane,
                        quarterStride, out, outOffset + k * WIDTH + lane);
            }
            if (k < columns) {
                WeightGradientTiles.oneColumn(rows, a, aOffset + k * aStride, panel, panelOffset + lane, quarterStride,
                        out,
                        outOffset + k * WIDTH + lane);
            }
        }
    }
}
