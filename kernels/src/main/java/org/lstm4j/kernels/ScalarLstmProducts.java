package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;

/// The specification of [LstmProducts]: plain loops in the order of the sums.
///
/// A loop over the 64 columns would read better still, but on JDK 25 the just-in-time compiler leaves it scalar: it cannot
/// know that sums and factors are different arrays. Eight sums in local variables stay in registers instead, at two and a
/// half times the speed.
public final class ScalarLstmProducts implements LstmProducts {

    private static final int SUMS = 8;

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
        for (int row = 0; row < rows; row++) {
            int sums = gatesOffset + row * WIDTH;
            GatePanels.copyRow(panel, panelOffset, quarterStride, gates, sums);
            addPanel(count, read, readOffset + row * readStride, panel, panelOffset + UNITS, quarterStride, gates,
                    sums);
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
        for (int row = 0; row < rows; row++) {
            addPanel(count, a, aOffset + row * aStride, panel, panelOffset, quarterStride, sums,
                    sumsOffset + row * sumsStride);
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
        for (int row = 0; row < rows; row++) {
            for (int block = 0; block < blocks; block++) {
                int gates = gateOffset + block * blockStride + row * WIDTH;
                int weights = panelOffset + block * WIDTH * UNITS;
                addPanel(WIDTH, gateGradients, gates, panel, weights, quarterStride, out, outOffset + row * outStride);
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
        for (int k = 0; k < columns; k++) {
            Arrays.fill(sums, 0, WIDTH, 0f);
            addPanel(rows, a, aOffset + k * aStride, panel, panelOffset, quarterStride, sums, 0);
            add(sums, out, outOffset + k * WIDTH);
        }
    }

    /// `sums[j] += Σ k<count: a[k]·panel[k][j]` for the 64 columns j of a panel.
    private static void addPanel(
            int count, float[] a, int aOffset, float[] panel, int panelOffset, int quarterStride, float[] sums,
            int sumsOffset) {
        for (int column = 0; column < WIDTH; column += SUMS) {
            int from = panelOffset + column / UNITS * quarterStride + column % UNITS;
            addColumns(count, a, aOffset, panel, from, sums, sumsOffset + column);
        }
    }

    /// `sums[j] += Σ k<count: a[k]·panel[k][j]` for eight columns j, k in order, each product and sum rounded once.
    private static void addColumns(
            int count, float[] a, int aOffset, float[] panel, int panelOffset, float[] sums, int to) {
        float sum0 = sums[to];
        float sum1 = sums[to + 1];
        float sum2 = sums[to + 2];
        float sum3 = sums[to + 3];
        float sum4 = sums[to + 4];
        float sum5 = sums[to + 5];
        float sum6 = sums[to + 6];
        float sum7 = sums[to + 7];
        int at = panelOffset;
        for (int k = 0; k < count; k++, at += UNITS) {
            float factor = a[aOffset + k];
            sum0 = Math.fma(factor, panel[at], sum0);
            sum1 = Math.fma(factor, panel[at + 1], sum1);
            sum2 = Math.fma(factor, panel[at + 2], sum2);
            sum3 = Math.fma(factor, panel[at + 3], sum3);
            sum4 = Math.fma(factor, panel[at + 4], sum4);
            sum5 = Math.fma(factor, panel[at + 5], sum5);
            sum6 = Math.fma(factor, panel[at + 6], sum6);
            sum7 = Math.fma(factor, panel[at + 7], sum7);
        }
        sums[to] = sum0;
        sums[to + 1] = sum1;
        sums[to + 2] = sum2;
        sums[to + 3] = sum3;
        sums[to + 4] = sum4;
        sums[to + 5] = sum5;
        sums[to + 6] = sum6;
        sums[to + 7] = sum7;
    }

    private static void add(float[] sums, float[] out, int outOffset) {
        for (int column = 0; column < WIDTH; column++) {
            out[outOffset + column] += sums[column];
        }
    }
}
