package org.lstm4j.interop.tensor;

import java.util.List;
import org.lstm4j.model.TensorType;

/// A tensor of a foreign file. Its elements are read when they are asked for, each time anew; what is known before was checked against the
/// bytes that are there.
public interface StoredTensor {

    /// As the file has it: `lstm.weight_ih_l0`.
    String name();

    TensorType type();

    /// Sizes, outermost first; empty for a single number.
    List<Long> shape();

    /// How many elements there are: the product of the sizes.
    default long elements() {
        return shape().stream().reduce(1L, Math::multiplyExact);
    }

    /// Reads the elements, row-major, into an array of exactly that many; float64 is rounded to the nearest float32.
    ///
    /// @throws org.lstm4j.ModelFileException when they are no real numbers, or damaged
    void read(float[] target);

    /// Reads the elements, row-major, into an array of exactly that many.
    ///
    /// @throws org.lstm4j.ModelFileException when they are no real numbers, or damaged
    void read(double[] target);

    /// The elements, row-major, in a new array.
    ///
    /// @throws org.lstm4j.ModelFileException when they are no real numbers, or damaged, or too many for an array
    default float[] floats() {
        float[] values = new float[ArraySize.of(this)];
        read(values);
        return values;
    }

    /// The elements, row-major, in a new array.
    ///
    /// @throws org.lstm4j.ModelFileException when they are no real numbers, or damaged, or too many for an array
    default double[] doubles() {
        double[] values = new double[ArraySize.of(this)];
        read(values);
        return values;
    }
}
