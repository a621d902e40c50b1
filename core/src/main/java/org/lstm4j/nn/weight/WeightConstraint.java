package org.lstm4j.nn.weight;

import org.lstm4j.tensor.Shape;

/// A bound that weights are brought back into after each step of the optimizer, not before the first. Immutable.
///
/// Where a constraint speaks of the weights of a unit it means all that share the index of the outermost axis, the row of a matrix
/// [units, features] (Keras' columns: its matrices are transposed). A vector, such as a bias, counts as one unit.
public interface WeightConstraint {

    /// Its name in model files and settings: `max_norm`.
    String name();

    /// Brings weights into the bound, in place; those inside stay as they are, bit for bit.
    ///
    /// @param weights row-major, as many as the shape has
    void apply(float[] weights, Shape shape);
}
