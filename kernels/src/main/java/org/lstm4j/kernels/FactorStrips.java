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
        int row = 0;
        int strip = stripsOffset;
        for (; row + ROWS <= rows; row += ROWS, strip += stripStride) {
            packSixRows(length, source, sourceOffset + row * sourceStride, sourceStride, strips, strip);
        }
        for (; row < rows; row++) {
            int from = sourceOffset + row * sourceStride;
            int to = strip + row % ROWS;
            for (int k = 0; k < length; k++) {
                strips[to + STRIDE * k] = source[from + k];
            }
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

    private static void packSixRows(int length, float[] source, int from, int sourceStride, float[] strips, int to) {
        int from1 = from + sourceStride;
        int from2 = from1 + sourceStride;
        int from3 = from2 + sourceStride;
        int from4 = from3 + sourceStride;
        int from5 = from4 + sourceStride;
        int at = to;
        for (int k = 0; k < length; k++, at += STRIDE) {
            strips[at] = source[from + k];
            strips[at + 1] = source[from1 + k];
            strips[at + 2] = source[from2 + k];
            strips[at + 3] = source[from3 + k];
            strips[at + 4] = source[from4 + k];
            strips[at + 5] = source[from5 + k];
        }
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
