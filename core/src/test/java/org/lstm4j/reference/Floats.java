package org.lstm4j.reference;

import java.util.List;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The way between the reference's rows of doubles and the shipped layers' flat float arrays.
final class Floats {

    private Floats() {}

    static Tensor tensor(Shape shape, List<double[]> rows) {
        Tensor tensor = Tensor.zeros(shape);
        copy(rows, tensor.data());
        return tensor;
    }

    /// [B, T, F].
    static Tensor sequences(double[][][] values) {
        return tensor(Shape.sequence(values[0].length, values[0][0].length).withBatch(values.length), Rows.of(values));
    }

    /// [B, F].
    static Tensor vectors(double[][] values) {
        return tensor(Shape.vector(values[0].length).withBatch(values.length), Rows.of(values));
    }

    static void copy(List<double[]> rows, float[] target) {
        double[] values = Rows.flat(rows);
        if (values.length != target.length) {
            throw new IllegalArgumentException(values.length + " values do not fit an array of " + target.length);
        }
        for (int index = 0; index < target.length; index++) {
            target[index] = (float) values[index];
        }
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            doubles[index] = values[index];
        }
        return doubles;
    }

    /// Rounds to float in place.
    static void round(List<double[]> rows) {
        for (double[] row : rows) {
            for (int index = 0; index < row.length; index++) {
                row[index] = (float) row[index];
            }
        }
    }
}
