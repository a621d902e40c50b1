package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

/// The specification of [CompressedProducts]: plain loops in the order of the sums.
public final class ScalarCompressedProducts implements CompressedProducts {

    @Override
    public void accumulateBfloat16(
            int count, float[] a, int aOffset, int[] pairs, int pairsOffset, int halfStride, float[] sums,
            int sumsOffset) {
        for (int column = 0; column < WIDTH; column++) {
            int gate = column / UNITS;
            int from = pairsOffset + gate / 2 * halfStride + column % UNITS;
            float sum = sums[sumsOffset + column];
            for (int k = 0; k < count; k++) {
                sum = Math.fma(a[aOffset + k], CompressedPanels.bfloat16Weight(pairs[from + k * UNITS], gate), sum);
            }
            sums[sumsOffset + column] = sum;
        }
    }

    @Override
    public void accumulateInt8(
            int count, float[] a, int aOffset, int[] fours, int foursOffset, float[] sums, int sumsOffset) {
        for (int column = 0; column < WIDTH; column++) {
            int gate = column / UNITS;
            int from = foursOffset + column % UNITS;
            float sum = sums[sumsOffset + column];
            for (int k = 0; k < count; k++) {
                sum = Math.fma(a[aOffset + k], CompressedPanels.int8Weight(fours[from + k * UNITS], gate), sum);
            }
            sums[sumsOffset + column] = sum;
        }
    }
}
