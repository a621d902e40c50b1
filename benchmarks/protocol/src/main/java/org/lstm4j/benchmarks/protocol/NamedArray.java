package org.lstm4j.benchmarks.protocol;

import java.util.Arrays;
import java.util.List;

/// An array with a name and a shape, row-major.
///
/// @param name unique in its file
/// @param shape sizes of the axes
/// @param data shared
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: they are as large as networks
public record NamedArray(String name, List<Integer> shape, float[] data) {

    /// @throws IllegalArgumentException when the sizes do not give the length of the data
    public NamedArray {
        shape = List.copyOf(shape);
        int elements = shape.stream().reduce(1, Math::multiplyExact);
        if (elements != data.length) {
            throw new IllegalArgumentException(
                    name + " of shape " + shape + " has " + elements + " elements, but received " + data.length);
        }
    }

    public NamedArray(String name, float[] data, int... shape) {
        this(name, Arrays.stream(shape).boxed().toList(), data);
    }
}
