package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

/// The specification of [CompressedProducts]: plain loops in the order of the sums.
public final class ScalarCompressedProducts implements CompressedProducts {

    @Override
    public void addRowBfloat16(
            int count,
            float[] row,
            int rowOffset,
            int[] pairs,
            int pairsOffset,
            int halfStride,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        for (int column = 0; column < WIDTH; column++) {
            int gate = column / UNITS;
            int unit = column % UNITS;
            int from = pairsOffset + gate / 2 * halfStride + unit;
            float sum = start[startOffset + gate * startQuarter + unit];
            for (int k = 0; k < count; k++) {
                sum = Math.fma(row[rowOffset + k], CompressedPanels.bfloat16Weight(pairs[from + k * UNITS], gate), sum);
            }
            sums[sumsOffset + gate * sumsQuarter + unit] = sum;
        }
    }

    @Override
    public void addRowInt8(
            int count,
            float[] row,
            int rowOffset,
            int[] fours,
            int foursOffset,
            float[] start,
            int startOffset,
            int startQuarter,
            float[] sums,
            int sumsOffset,
            int sumsQuarter) {
        for (int column = 0; column < WIDTH; column++) {
            int gate = column / UNITS;
            int unit = column % UNITS;
            int from = foursOffset + unit;
            float sum = start[startOffset + gate * startQuarter + unit];
            for (int k = 0; k < count; k++) {
                sum = Math.fma(row[rowOffset + k], CompressedPanels.int8Weight(fours[from + k * UNITS], gate), sum);
            }
            sums[sumsOffset + gate * sumsQuarter + unit] = sum;
        }
    }
}
