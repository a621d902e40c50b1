package org.lstm4j.benchmarks.protocol;

/// Rearranges arrays into the order that a library wants. Everything is row-major and copied.
public final class Layouts {

    /// The order of gates in [Weights]; g is the candidate, which others call c or z.
    public static final String GATES = "ifgo";

    private Layouts() {}

    /// Reorders the four blocks of rows of a `[4H, width]` array.
    ///
    /// @param from the order it has, a permutation of `ifgo`
    /// @param to the order wanted
    public static float[] gates(float[] rows, String from, String to) {
        int block = rows.length / 4;
        float[] result = new float[rows.length];
        for (int gate = 0; gate < 4; gate++) {
            System.arraycopy(rows, from.indexOf(to.charAt(gate)) * block, result, gate * block, block);
        }
        return result;
    }

    /// `[rows, columns]` to `[columns, rows]`.
    public static float[] transpose(float[] matrix, int rows, int columns) {
        float[] result = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column * rows + row] = matrix[row * columns + column];
            }
        }
        return result;
    }

    /// `[sequences, steps, features]` to `[steps, sequences, features]`.
    public static float[] timeMajor(float[] inputs, int sequences, int steps, int features) {
        float[] result = new float[inputs.length];
        for (int sequence = 0; sequence < sequences; sequence++) {
            for (int step = 0; step < steps; step++) {
                System.arraycopy(inputs, (sequence * steps + step) * features, result,
                        (step * sequences + sequence) * features, features);
            }
        }
        return result;
    }

    /// The arrays one after another.
    public static float[] join(float[]... arrays) {
        int length = 0;
        for (float[] array : arrays) {
            length += array.length;
        }
        float[] result = new float[length];
        int at = 0;
        for (float[] array : arrays) {
            System.arraycopy(array, 0, result, at, array.length);
            at += array.length;
        }
        return result;
    }
}
