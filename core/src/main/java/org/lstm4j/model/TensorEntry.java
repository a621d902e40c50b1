package org.lstm4j.model;

import java.util.List;

/// Where a tensor lies in a safetensors file, and what it holds: row-major, little-endian.
///
/// @param name not empty, free of control characters
/// @param type of its elements
/// @param shape sizes, outermost first; empty for a single number
/// @param begin its first byte, counted from the end of the header
/// @param end the byte after its last
public record TensorEntry(String name, TensorType type, List<Long> shape, long begin, long end) {

    /// No tool writes tensors of more axes; a longer shape is an attack.
    static final int MAX_AXES = 32;

    /// @throws IllegalArgumentException when name, shape and bytes do not fit together
    public TensorEntry {
        Names.requireName("tensor", name);
        shape = List.copyOf(shape);
        long bytes = bytes(name, type, shape);
        if (begin < 0 || end < begin || end - begin != bytes) {
            throw new IllegalArgumentException("tensor " + Quoted.of(name) + " of type " + type + " and shape " + shape
                    + " takes " + bytes + " bytes, but its offsets are [" + begin + ", " + end + "]");
        }
    }

    /// A tensor that begins at that byte and takes what type and shape need.
    static TensorEntry at(long begin, String name, TensorType type, List<Long> shape) {
        return new TensorEntry(name, type, shape, begin, Math.addExact(begin, bytes(name, type, shape)));
    }

    /// How many bytes it takes.
    public long bytes() {
        return end - begin;
    }

    /// How many elements it has.
    public long elements() {
        return elements(shape);
    }

    private static long bytes(String name, TensorType type, List<Long> shape) {
        if (shape.size() > MAX_AXES) {
            throw new IllegalArgumentException(
                    "tensor " + Quoted.of(name) + " has " + shape.size() + " axes; at most " + MAX_AXES
                            + " are possible");
        }
        try {
            return type.bytesOf(elements(shape));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "tensor " + Quoted.of(name) + " of type " + type + " and shape " + shape + " is too large to count",
                    e);
        }
    }

    private static long elements(List<Long> shape) {
        long elements = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("shape " + shape + " has a negative size");
            }
            elements = Math.multiplyExact(elements, size);
        }
        return elements;
    }
}
