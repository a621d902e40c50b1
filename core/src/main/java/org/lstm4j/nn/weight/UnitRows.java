package org.lstm4j.nn.weight;

import org.lstm4j.tensor.Shape;

/// The weights of each unit, one after the other in a row-major array.
final class UnitRows {

    private UnitRows() {}

    /// How many weights a unit has.
    static int length(Shape shape) {
        return shape.rank() < 2 ? shape.elements() : shape.elements() / Math.max(1, shape.size(0)); // without allocating
    }

    /// The L2 norm of the row that begins there, summed in double in index order.
    static double norm(float[] weights, int begin, int length) {
        double sum = 0;
        for (int index = begin; index < begin + length; index++) {
            sum += (double) weights[index] * weights[index];
        }
        return Math.sqrt(sum);
    }

    static void scale(float[] weights, int begin, int length, float factor) {
        for (int index = begin; index < begin + length; index++) {
            weights[index] *= factor;
        }
    }
}
