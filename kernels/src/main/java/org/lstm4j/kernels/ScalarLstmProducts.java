package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.COLUMNS;
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
        int inputPanel = panelOffset + UNITS;
        int recurrentPanel = inputPanel + inputs * UNITS;
        for (int row = 0; row < rows; row++) {
            int sums = gatesOffset + row * WIDTH;
            GatePanels.copyRow(panel, panelOffset, quarterStride, gates, sums);
            addPanel(inputs, x, xOffset + row * xStride, panel, inputPanel, quarterStride, gates, sums);
            addPanel(units, h, hOffset + row * hStride, panel, recurrentPanel, quarterStride, gates, sums);
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
        for (int k = 0; k < columns; k++) {
            Arrays.fill(sums, 0, WIDTH, 0f);
            int column = aOffset + k / COLUMNS * aTileStride + k % COLUMNS;
            for (int step = 0; step < steps; step++) {
                int gates = gateOffset + step * gateStepStride;
                for (int to = 0; to < WIDTH; to += SUMS) {
                    addColumns(rows, a, column + step * aStepStride, COLUMNS, gateGradients, gates + to, WIDTH, sums,
                            to);
                }
            }
            add(sums, out, outOffset + k * WIDTH);
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
        Arrays.fill(sums, 0, WIDTH, 0f);
        for (int step = 0; step < steps; step++) {
            for (int row = 0; row < rows; row++) {
                int gates = gateOffset + step * gateStepStride + row * WIDTH;
                for (int column = 0; column < WIDTH; column++) {
                    sums[column] += gateGradients[gates + column];
                }
            }
        }
        add(sums, out, outOffset);
    }

    /// `sums[j] += Σ k<count: a[k]·panel[k][j]` for the 64 columns j of a panel.
    private static void addPanel(
            int count, float[] a, int aOffset, float[] panel, int panelOffset, int quarterStride, float[] sums,
            int sumsOffset) {
        for (int column = 0; column < WIDTH; column += SUMS) {
            int from = panelOffset + column / UNITS * quarterStride + column % UNITS;
            addColumns(count, a, aOffset, 1, panel, from, UNITS, sums, sumsOffset + column);
        }
    }

    /// `sums[j] += Σ k<count: a[k]·b[k][j]` for eight columns j, k in order, each product and sum rounded once.
    private static void addColumns(
            int count, float[] a, int aOffset, int aStride, float[] b, int bOffset, int bStride, float[] sums, int to) {
        float sum0 = sums[to];
        float sum1 = sums[to + 1];
        float sum2 = sums[to + 2];
        float sum3 = sums[to + 3];
        float sum4 = sums[to + 4];
        float sum5 = sums[to + 5];
        float sum6 = sums[to + 6];
        float sum7 = sums[to + 7];
        int at = bOffset;
        for (int k = 0; k < count; k++, at += bStride) {
            float factor = a[aOffset + k * aStride];
            sum0 = Math.fma(factor, b[at], sum0);
            sum1 = Math.fma(factor, b[at + 1], sum1);
            sum2 = Math.fma(factor, b[at + 2], sum2);
            sum3 = Math.fma(factor, b[at + 3], sum3);
            sum4 = Math.fma(factor, b[at + 4], sum4);
            sum5 = Math.fma(factor, b[at + 5], sum5);
            sum6 = Math.fma(factor, b[at + 6], sum6);
            sum7 = Math.fma(factor, b[at + 7], sum7);
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
