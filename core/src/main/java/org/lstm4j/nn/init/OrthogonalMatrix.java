package org.lstm4j.nn.init;

import org.lstm4j.random.RandomStream;

/// A random matrix with orthonormal columns: normal numbers, made orthonormal column by column (modified Gram–Schmidt in
/// double). Source: Saxe, McClelland and Ganguli, Exact solutions to the nonlinear dynamics of learning, 2013.
public final class OrthogonalMatrix {

    private OrthogonalMatrix() {}

    /// Fills [rows, columns], rows ≥ columns.
    public static void fill(float[] matrix, int rows, int columns, RandomStream random) {
        double[][] vectors = new double[columns][rows];
        for (int column = 0; column < columns; column++) {
            double[] vector = vectors[column];
            for (int row = 0; row < rows; row++) {
                vector[row] = random.nextGaussian();
            }
            for (int earlier = 0; earlier < column; earlier++) {
                subtractScaled(vector, vectors[earlier], dot(vector, vectors[earlier]));
            }
            double length = Math.sqrt(dot(vector, vector));
            for (int row = 0; row < rows; row++) {
                vector[row] /= length;
                matrix[row * columns + column] = (float) vector[row];
            }
        }
    }

    /// Four partial sums, so that additions need not wait for each other; always the same four.
    private static double dot(double[] a, double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int index = 0; index + 3 < a.length; index += 4) {
            sum0 += a[index] * b[index];
            sum1 += a[index + 1] * b[index + 1];
            sum2 += a[index + 2] * b[index + 2];
            sum3 += a[index + 3] * b[index + 3];
        }
        for (int index = a.length / 4 * 4; index < a.length; index++) {
            sum0 += a[index] * b[index];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    private static void subtractScaled(double[] target, double[] source, double factor) {
        for (int index = 0; index < target.length; index++) {
            target[index] -= factor * source[index];
        }
    }
}
