package org.lstm4j.kernels;

/// How the left factors of the products in [LstmProducts] are laid out: a **strip** holds six rows side by side, number k of
/// all six before number k + 1.
///
/// ```
/// row r, number k:  strips[r / 6 · stripStride + 8·k + r % 6]
/// ```
///
/// A tile of six rows then reads all it multiplies with from one address, which moves on by a constant: on a core whose other
/// thread is busy, where instructions are what there is too little of, that is a quarter to a third faster than six rows
/// with an address each (docs/performance.md). Eight floats are set aside for six rows, so that the address doubled is that
/// of the weights; the last two stay unused. The last strip may hold fewer rows.
///
/// Offsets and strides count floats. Packing copies and computes nothing.
public final class FactorStrips {

    /// Rows of a strip.
    public static final int ROWS = 6;
    /// Floats from one number of a row to the next.
    public static final int STRIDE = 8;

    private static final int CACHE_LINE = 16;
    private static final int SPELT_OUT = 16;

    private FactorStrips() {}

    /// Strips that hold this many rows.
    public static int count(int rows) {
        return (rows + ROWS - 1) / ROWS;
    }

    /// Floats from a strip to the next, for rows of `length` numbers: a line of the cache more than they fill, so that strips do
    /// not begin at the same few places of it.
    public static int stride(int length) {
        return STRIDE * length + CACHE_LINE;
    }

    /// Where number 0 of a row stands.
    public static int at(int row, int stripStride) {
        return row / ROWS * stripStride + row % ROWS;
    }

    /// Packs rows of numbers: row r of the source becomes row r of the strips.
    ///
    /// @param length numbers of a row
    /// @param source row r at `sourceOffset + r·sourceStride`
    /// @param strips number 0 of row 0 at `stripsOffset`
    public static void packRows(
            int rows,
            int length,
            float[] source,
            int sourceOffset,
            int sourceStride,
            float[] strips,
            int stripsOffset,
            int stripStride) {
        for (int row = 0; row < rows; row++) {
            packRow(length, source, sourceOffset + row * sourceStride, strips, stripsOffset + at(row, stripStride));
        }
    }

    /// Packs rows of numbers the other way round: column c of the source becomes row c of the strips.
    ///
    /// @param length numbers of a column, which are the rows of the source
    /// @param source row r at `sourceOffset + r·sourceStride`
    /// @param strips number 0 of column 0 at `stripsOffset`
    public static void packColumns(
            int columns,
            int length,
            float[] source,
            int sourceOffset,
            int sourceStride,
            float[] strips,
            int stripsOffset,
            int stripStride) {
        for (int k = 0; k < length; k++) {
            packAcross(columns, source, sourceOffset + k * sourceStride, strips, stripsOffset + STRIDE * k,
                    stripStride);
        }
    }

    private static void packRow(int length, float[] source, int from, float[] strips, int to) {
        int k = 0;
        for (; k + SPELT_OUT <= length; k += SPELT_OUT) {
            packSixteen(source, from + k, strips, to + STRIDE * k);
        }
        for (; k < length; k++) {
            strips[to + STRIDE * k] = source[from + k];
        }
    }

    /// Spelt out, because the compiler checks places a constant apart against the array's length together.
    private static void packSixteen(float[] source, int from, float[] strips, int to) {
        strips[to] = source[from];
        strips[to + STRIDE] = source[from + 1];
        strips[to + 2 * STRIDE] = source[from + 2];
        strips[to + 3 * STRIDE] = source[from + 3];
        strips[to + 4 * STRIDE] = source[from + 4];
        strips[to + 5 * STRIDE] = source[from + 5];
        strips[to + 6 * STRIDE] = source[from + 6];
        strips[to + 7 * STRIDE] = source[from + 7];
        strips[to + 8 * STRIDE] = source[from + 8];
        strips[to + 9 * STRIDE] = source[from + 9];
        strips[to + 10 * STRIDE] = source[from + 10];
        strips[to + 11 * STRIDE] = source[from + 11];
        strips[to + 12 * STRIDE] = source[from + 12];
        strips[to + 13 * STRIDE] = source[from + 13];
        strips[to + 14 * STRIDE] = source[from + 14];
        strips[to + 15 * STRIDE] = source[from + 15];
    }

    /// Number k of all columns: a row of the source.
    private static void packAcross(int columns, float[] source, int from, float[] strips, int to, int stripStride) {
        int column = 0;
        int at = to;
        for (; column + ROWS <= columns; column += ROWS, at += stripStride) {
            int next = from + column;
            strips[at] = source[next];
            strips[at + 1] = source[next + 1];
            strips[at + 2] = source[next + 2];
            strips[at + 3] = source[next + 3];
            strips[at + 4] = source[next + 4];
            strips[at + 5] = source[next + 5];
        }
        for (; column < columns; column++, at++) {
            strips[at] = source[from + column];
        }
    }
}
