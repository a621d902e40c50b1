package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;

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
            int count,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] gates,
            int gatesOffset,
            int gatesQuarter) {
        for (int row = 0; row < rows; row++) {
            int sums = gatesOffset + row * UNITS;
            GatePanels.copyRow(panel, panelOffset, panelQuarter, gates, sums, gatesQuarter);
            addPanel(count, factors, factorsOffset + FactorStrips.at(row, stripStride), FactorStrips.STRIDE, panel,
                    panelOffset + UNITS, panelQuarter, gates, sums, gatesQuarter);
        }
    }

    @Override
    public void accumulate(
            int rows,
            int count,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        for (int row = 0; row < rows; row++) {
            addPanel(count, factors, factorsOffset + FactorStrips.at(row, stripStride), FactorStrips.STRIDE, panel,
                    panelOffset, panelQuarter, sums, sumsOffset + row * UNITS, sumsQuarter);
        }
    }

    @Override
    public void addRow(
            int count,
            float[] row,
            int rowOffset,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        GatePanels.copyRow(start, startOffset, startQuarter, sums, sumsOffset, sumsQuarter);
        addPanel(count, row, rowOffset, 1, panel, panelOffset, panelQuarter, sums, sumsOffset, sumsQuarter);
    }

    @Override
    public void accumulateWeightGradient(
            int columns,
            int rows,
            float[] factors,
            int factorsOffset,
            int stripStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] out,
            int outOffset,
            int outQuarter,
            float[] scratch) {
        for (int column = 0; column < columns; column++) {
            Arrays.fill(scratch, 0, GATES * UNITS, 0f);
            addPanel(rows, factors, factorsOffset + FactorStrips.at(column, stripStride), FactorStrips.STRIDE, panel,
                    panelOffset, panelQuarter, scratch, 0, UNITS);
            add(scratch, out, outOffset + column * UNITS, outQuarter);
        }
    }

    /// `sums[j] += Σ k<count: a[k]·panel[k][j]` for the 64 columns j of a panel.
    ///
    /// @param a number k at `aOffset + k·aStride`
    private static void addPanel(
            int count,
            float[] a,
            int aOffset,
            int aStride,
            float[] panel,
            int panelOffset,
            int panelQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        for (int quarter = 0; quarter < GATES; quarter++) {
            for (int column = 0; column < UNITS; column += SUMS) {
                addColumns(count, a, aOffset, aStride, panel, panelOffset + quarter * panelQuarter + column, sums,
                        sumsOffset + quarter * sumsQuarter + column);
            }
        }
    }

    /// `sums[j] += Σ k<count: a[k]·panel[k][j]` for eight columns j, k in order, each product and sum rounded once.
    private static void addColumns(
            int count, float[] a, int aOffset, int aStride, float[] panel, int panelOffset, float[] sums, int to) {
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
            float factor = a[aOffset + k * aStride];
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

    private static void add(float[] sums, float[] out, int outOffset, int outQuarter) {
        for (int quarter = 0; quarter < GATES; quarter++) {
            int from = quarter * UNITS;
            int to = outOffset + quarter * outQuarter;
            for (int column = 0; column < UNITS; column++) {
                out[to + column] += sums[from + column];
            }
        }
    }
}
