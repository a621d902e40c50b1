package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.COLUMNS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import java.util.Arrays;

/// The specification of [LstmProducts]: plain loops in the order of the sums.
///
/// The innermost loop always runs over the 64 columns of a panel, whose sums do not depend on each other; the just-in-time
/// compiler turns it into SIMD by itself, with the same bytes.
public final class ScalarLstmProducts implements LstmProducts {

    @Override
    public void preActivations(
            int rows,
            float[] panel,
            int panelOffset,
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
        int inputPanel = panelOffset + WIDTH;
        int recurrentPanel = inputPanel + inputs * WIDTH;
        for (int row = 0; row < rows; row++) {
            int sums = gatesOffset + row * WIDTH;
            System.arraycopy(panel, panelOffset, gates, sums, WIDTH);
            for (int k = 0; k < inputs; k++) {
                addScaled(x[xOffset + row * xStride + k], panel, inputPanel + k * WIDTH, gates, sums);
            }
            for (int k = 0; k < units; k++) {
                addScaled(h[hOffset + row * hStride + k], panel, recurrentPanel + k * WIDTH, gates, sums);
            }
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
            float[] out,
            int outOffset,
            int outStride) {
        for (int row = 0; row < rows; row++) {
            for (int block = 0; block < blocks; block++) {
                int gates = gateOffset + block * blockStride + row * WIDTH;
                int weights = panelOffset + block * WIDTH * WIDTH;
                for (int k = 0; k < WIDTH; k++) {
                    addScaled(gateGradients[gates + k], panel, weights + k * WIDTH, out, outOffset + row * outStride);
                }
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
                for (int row = 0; row < rows; row++) {
                    float factor = a[column + step * aStepStride + row * COLUMNS];
                    addScaled(factor, gateGradients, gateOffset + step * gateStepStride + row * WIDTH, sums, 0);
                }
            }
            addScaled(1f, sums, 0, out, outOffset + k * WIDTH);
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
                addScaled(1f, gateGradients, gateOffset + step * gateStepStride + row * WIDTH, sums, 0);
            }
        }
        addScaled(1f, sums, 0, out, outOffset);
    }

    /// `sums[j] = factor·values[j] + sums[j]` over the width of a panel, rounded once.
    private static void addScaled(float factor, float[] values, int valuesOffset, float[] sums, int sumsOffset) {
        for (int column = 0; column < WIDTH; column++) {
            sums[sumsOffset + column] = Math.fma(factor, values[valuesOffset + column], sums[sumsOffset + column]);
        }
    }
}
