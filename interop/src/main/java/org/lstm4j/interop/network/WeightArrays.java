package org.lstm4j.interop.network;

/// Moves the numbers of weights around.
public final class WeightArrays {

    private WeightArrays() {}

    /// Writes the transpose of a matrix.
    ///
    /// @param matrix row-major
    /// @param rows of the matrix
    /// @param target as long as the matrix
    public static void transpose(float[] matrix, int rows, float[] target) {
        int columns = rows == 0 ? 0 : matrix.length / rows;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                target[column * rows + row] = matrix[row * columns + column];
            }
        }
    }

    /// Copies blocks of equal length, those of the gates, in another order.
    ///
    /// @param from the array to take blocks from
    /// @param target the array that gets as many blocks as there are numbers in the order
    /// @param order for each block of the target, which block of the source it is; `{0, 2, 3, 1}` makes i, f, g, o of ONNX' i, o, f, c
    public static void copyBlocks(float[] from, float[] target, int... order) {
        int length = target.length / order.length;
        for (int block = 0; block < order.length; block++) {
            System.arraycopy(from, order[block] * length, target, block * length, length);
        }
    }
}
