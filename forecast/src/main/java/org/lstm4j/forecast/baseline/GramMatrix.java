package org.lstm4j.forecast.baseline;

import java.util.Arrays;

/// Sums of products of columns over many rows: the upper triangle of XᵀX, and XᵀY beside it, for rows that hold x and y one
/// after the other.
///
/// Rows are gathered in blocks of 64 and multiplied block by block, over tiles of 128 columns, so that what a tile needs stays
/// in the cache. The innermost loop takes 8 rows at once: one load and store of the sum for 8 multiplications, in a form that
/// the JVM turns into vector instructions. Every sum is added in the order of the rows, in the same grouping.
final class GramMatrix {

    private static final int BLOCK = 64;
    private static final int AT_ONCE = 8;
    private static final int TILE = 128;

    private final int inputs;
    private final int columns;

    /// `[inputs][columns]`; below the diagonal nothing is kept.
    private final double[][] sums;
    private final double[][] block;
    private int gathered;

    /// @param inputs length of x
    /// @param columns length of x and y together
    GramMatrix(int inputs, int columns) {
        this.inputs = inputs;
        this.columns = columns;
        this.sums = new double[inputs][columns];
        this.block = new double[BLOCK][columns];
    }

    /// Adds a row, which is copied.
    void add(double[] row) {
        System.arraycopy(row, 0, block[gathered++], 0, columns);
        if (gathered == BLOCK) {
            multiply();
        }
    }

    /// The mean square of the inputs, times the number of rows.
    double meanDiagonal() {
        multiply();
        double sum = 0;
        for (int input = 0; input < inputs; input++) {
            sum += sums[input][input] / inputs;
        }
        return sum;
    }

    /// XᵀX + shift·I, the lower triangle with the diagonal: row i has i + 1 elements.
    double[][] left(double shift) {
        multiply();
        double[][] lower = new double[inputs][];
        for (int row = 0; row < inputs; row++) {
            lower[row] = new double[row + 1];
            for (int column = 0; column <= row; column++) {
                lower[row][column] = sums[column][row];
            }
            lower[row][row] += shift;
        }
        return lower;
    }

    /// XᵀY, `[inputs][outputs]`.
    double[][] right() {
        multiply();
        double[][] right = new double[inputs][];
        for (int row = 0; row < inputs; row++) {
            right[row] = Arrays.copyOfRange(sums[row], inputs, columns);
        }
        return right;
    }

    private void multiply() {
        int rows = gathered;
        gathered = 0;
        for (int unused = rows; rows % AT_ONCE != 0 && unused < rows + AT_ONCE - rows % AT_ONCE; unused++) {
            Arrays.fill(block[unused], 0);
        }
        for (int from = 0; from < columns; from += TILE) {
            int to = Math.min(columns, from + TILE);
            for (int input = 0; input < Math.min(inputs, to); input++) {
                for (int row = 0; row < rows; row += AT_ONCE) {
                    addProducts(sums[input], input, row, Math.max(from, input), to);
                }
            }
        }
    }

    private void addProducts(double[] sum, int input, int row, int from, int to) {
        double[] r0 = block[row];
        double[] r1 = block[row + 1];
        double[] r2 = block[row + 2];
        double[] r3 = block[row + 3];
        double[] r4 = block[row + 4];
        double[] r5 = block[row + 5];
        double[] r6 = block[row + 6];
        double[] r7 = block[row + 7];
        double x0 = r0[input];
        double x1 = r1[input];
        double x2 = r2[input];
        double x3 = r3[input];
        double x4 = r4[input];
        double x5 = r5[input];
        double x6 = r6[input];
        double x7 = r7[input];
        for (int column = from; column < to; column++) {
            sum[column] += x0 * r0[column] + x1 * r1[column] + x2 * r2[column] + x3 * r3[column]
                    + (x4 * r4[column] + x5 * r5[column] + x6 * r6[column] + x7 * r7[column]);
        }
    }
}
