package org.lstm4j.nn.init;

import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Gives a weight array its first values. Immutable; the same stream gives the same values on every machine.
///
/// Weights are `[outputs, inputs]`, as everywhere here: the last axis is what goes in, the first what comes out ([Fans]). Model
/// files know the initialisers of this package; one of the user's own works everywhere else.
public interface Initializer {

    /// Its kind in model files: `variance_scaling`.
    String kind();

    /// Fills the array.
    ///
    /// @param values all elements, row-major; overwritten
    /// @param shape of the array, as many elements as `values` has
    /// @param random where numbers are drawn from, in the order of the elements
    /// @throws IllegalArgumentException when there is no such array of that shape; the message says what is needed
    void fill(float[] values, Shape shape, RandomStream random);
}
