package org.lstm4j.kernels;

import static org.lstm4j.kernels.GatePanels.GATES;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

/// How inference lays out weights of 16 and 8 bits. Rows and columns are those of [GatePanels]' forward panels without the row
/// of the bias; several gates of a unit share an int.
///
/// | array | shape | an int holds |
/// |---|---|---|
/// | bfloat16 panels | int [blocks, 2, inputs + units, 16] | of one unit, gate i in the lower half and f in the upper; then g and o |
/// | int8 panels | int [blocks, inputs + units, 16] | of one unit, gates i, f, g, o from the lowest byte to the highest |
///
/// **bfloat16** is a float32 without its lower 16 bits, rounded to nearest, ties to even: a weight w becomes w·(1 + δ), |δ| ≤ 2⁻⁸.
///
/// **int8** keeps q = w / scale, rounded, |q| ≤ 127, with one scale a gate of a unit: the weight becomes q·scale, off by at most
/// scale / 2, scale = max |w| / 127.
public final class CompressedPanels {

    /// Largest |q|.
    public static final int INT8_LIMIT = 127;
    /// A byte is widened by moving it to the top of an int, which makes it 2²⁴ times as large.
    public static final float INT8_UNIT = 1f / (1 << 24);

    private static final int BYTE = 8;
    private static final int HALF = 16;
    private static final int TOP_BYTE = 0xff000000;
    private static final int TOP_HALF = 0xffff0000;

    private CompressedPanels() {}

    /// The bits of a weight as bfloat16, in the upper half of an int. Not for NaN.
    public static int bfloat16(float weight) {
        int bits = Float.floatToRawIntBits(weight);
        int roundToEven = 0x7fff + ((bits >>> HALF) & 1);
        return (bits + roundToEven) & TOP_HALF;
    }

    /// The weight of gate `gate` in a pair of bfloat16: even gates stand in the lower half.
    public static float bfloat16Weight(int pair, int gate) {
        return Float.intBitsToFloat(gate % 2 == 0 ? pair << HALF : pair & TOP_HALF);
    }

    /// 2²⁴·q of gate `gate`, exactly.
    public static float int8Weight(int four, int gate) {
        return (four << (BYTE * (GATES - 1 - gate))) & TOP_BYTE;
    }

    /// Writes one block's bfloat16 panel.
    ///
    /// @param rows inputs + units
    /// @param panel quarters of [rows, 16] float32, `quarterStride` apart
    /// @param pairs out, [2, rows, 16] from `pairsOffset`
    public static void packBfloat16(
            int rows, float[] panel, int panelOffset, int quarterStride, int[] pairs, int pairsOffset) {
        for (int half = 0; half < 2; half++) {
            int from = panelOffset + 2 * half * quarterStride;
            int to = pairsOffset + half * rows * UNITS;
            for (int index = 0; index < rows * UNITS; index++) {
                pairs[to + index] = bfloat16(panel[from + index]) >>> HALF
                        | bfloat16(panel[from + quarterStride + index]);
            }
        }
    }

    /// Writes one block's int8 panel, and the scale of each of its 64 columns times [#INT8_UNIT].
    ///
    /// @param rows inputs + units
    /// @param panel quarters of [rows, 16] float32, `quarterStride` apart
    /// @param fours out, [rows, 16] from `foursOffset`
    /// @param scales out, 64 from `scalesOffset`
    public static void packInt8(
            int rows, float[] panel, int panelOffset, int quarterStride, int[] fours, int foursOffset, float[] scales,
            int scalesOffset) {
        for (int column = 0; column < WIDTH; column++) {
            int gate = column / UNITS;
            int from = panelOffset + gate * quarterStride + column % UNITS;
            float scale = largest(rows, panel, from) / INT8_LIMIT;
            scales[scalesOffset + column] = scale * INT8_UNIT;
            for (int row = 0; row < rows; row++) {
                int q = scale == 0 ? 0 : Math.round(panel[from + row * UNITS] / scale);
                fours[foursOffset + row * UNITS + column % UNITS] |= (q & 0xff) << (BYTE * gate);
            }
        }
    }

    /// Widens rows of a bfloat16 panel to float32.
    ///
    /// @param panel out, quarters of [count, 16], `quarterStride` apart
    public static void widenBfloat16(
            int count, int[] pairs, int pairsOffset, int halfStride, float[] panel, int panelOffset,
            int quarterStride) {
        for (int half = 0; half < 2; half++) {
            int from = pairsOffset + half * halfStride;
            int to = panelOffset + 2 * half * quarterStride;
            for (int index = 0; index < count * UNITS; index++) {
                panel[to + index] = bfloat16Weight(pairs[from + index], 0);
            }
            for (int index = 0; index < count * UNITS; index++) {
                panel[to + quarterStride + index] = bfloat16Weight(pairs[from + index], 1);
            }
        }
    }

    /// Widens rows of an int8 panel to float32, 2²⁴·q.
    ///
    /// @param panel out, quarters of [count, 16], `quarterStride` apart
    public static void widenInt8(
            int count, int[] fours, int foursOffset, float[] panel, int panelOffset, int quarterStride) {
        for (int gate = 0; gate < GATES; gate++) {
            int to = panelOffset + gate * quarterStride;
            for (int index = 0; index < count * UNITS; index++) {
                panel[to + index] = int8Weight(fours[foursOffset + index], gate);
            }
        }
    }

    private static float largest(int rows, float[] panel, int from) {
        float largest = 0;
        for (int row = 0; row < rows; row++) {
            largest = Math.max(largest, Math.abs(panel[from + row * UNITS]));
        }
        return largest;
    }
}
