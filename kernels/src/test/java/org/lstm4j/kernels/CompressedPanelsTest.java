package org.lstm4j.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Compressed weights are within the bounds that are stated.
class CompressedPanelsTest {

    @Test
    void bfloat16IsTheNearestOverAllExponents() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 1_000_000; trial++) {
            float weight = Float.intBitsToFloat(random.nextInt());
            int bits = Float.floatToRawIntBits(weight);
            boolean besideInfinity = (bits & 0x7fffffff) >= 0x7f7f8000; // rounds to infinity, as it should
            if (Float.isNaN(weight) || besideInfinity) {
                continue;
            }
            float rounded = Float.intBitsToFloat(CompressedPanels.bfloat16(weight));
            double error = Math.abs((double) rounded - weight);
            float below = Float.intBitsToFloat(bits & 0xffff0000);
            float above = Float.intBitsToFloat((bits & 0xffff0000) + 0x10000);
            assertThat(error).isEqualTo(Math.min(Math.abs((double) below - weight), Math.abs((double) above - weight)));
            if (Math.abs(weight) >= Float.MIN_NORMAL) {
                assertThat(error).isLessThanOrEqualTo(Math.abs((double) weight) / 256);
            }
        }
    }

    @Test
    void bfloat16TiesGoToEven() {
        assertThat(CompressedPanels.bfloat16(Float.intBitsToFloat(0x3f808000))).isEqualTo(0x3f800000);
        assertThat(CompressedPanels.bfloat16(Float.intBitsToFloat(0x3f818000))).isEqualTo(0x3f820000);
        assertThat(CompressedPanels.bfloat16(-1f)).isEqualTo(0xbf800000);
        assertThat(CompressedPanels.bfloat16(Float.NEGATIVE_INFINITY)).isEqualTo(0xff800000);
    }

    @Test
    void int8IsOffByAtMostHalfItsScale() {
        int rows = 29;
        float[] panel = new float[4 * rows * 16];
        SplittableRandom random = new SplittableRandom(2);
        for (int index = 0; index < panel.length; index++) {
            panel[index] = (float) random.nextGaussian();
        }
        int[] fours = new int[rows * 16];
        float[] scales = new float[64];
        CompressedPanels.packInt8(rows, panel, 0, rows * 16, fours, 0, scales, 0);
        for (int gate = 0; gate < 4; gate++) {
            for (int unit = 0; unit < 16; unit++) {
                float largest = 0;
                for (int row = 0; row < rows; row++) {
                    largest = Math.max(largest, Math.abs(panel[(gate * rows + row) * 16 + unit]));
                }
                for (int row = 0; row < rows; row++) {
                    double said = (double) CompressedPanels.int8Weight(fours[row * 16 + unit], gate)
                            * scales[gate * 16 + unit];
                    assertThat(said).isCloseTo(panel[(gate * rows + row) * 16 + unit],
                            org.assertj.core.data.Offset.offset(largest / 254 * 1.0001));
                }
            }
        }
    }

    @Test
    void int8HoldsTheLargestWeightAndZero() {
        float[] panel = new float[4 * 2 * 16];
        panel[0] = -3f;
        panel[16] = 1.5f;
        int[] fours = new int[2 * 16];
        float[] scales = new float[64];
        CompressedPanels.packInt8(2, panel, 0, 2 * 16, fours, 0, scales, 0);
        assertThat(CompressedPanels.int8Weight(fours[0], 0)).isEqualTo(-127f * (1 << 24));
        assertThat(CompressedPanels.int8Weight(fours[16], 0)).isEqualTo(64f * (1 << 24));
        assertThat(scales[1]).isZero();
        assertThat(CompressedPanels.int8Weight(fours[1], 0)).isZero();
    }
}
