package org.lstm4j.nn.init;

import org.lstm4j.tensor.Shape;

/// How many numbers a unit takes in, and how many units a number goes out to. Source: Glorot and Bengio, Understanding the
/// difficulty of training deep feedforward neural networks, 2010.
///
/// @param in the size of the last axis, times the axes between
/// @param out the size of the first axis, times the axes between
record Fans(double in, double out) {

    /// Of weights `[outputs, …, inputs]`; of a vector, its size is both, and a single number has 1 and 1.
    static Fans of(Shape shape) {
        if (shape.rank() == 0) {
            return new Fans(1, 1);
        }
        double between = 1;
        for (int axis = 1; axis < shape.rank() - 1; axis++) {
            between *= shape.size(axis);
        }
        return new Fans(between * shape.last(), between * shape.size(0));
    }
}
