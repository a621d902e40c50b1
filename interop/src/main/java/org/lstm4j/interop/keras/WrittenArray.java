package org.lstm4j.interop.keras;

import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.interop.network.WeightArrays;
import org.lstm4j.nn.Parameter;

/// An array of weights in Keras' orientation.
final class WrittenArray {

    private final List<Integer> sizes;
    private final float[] values;

    /// @param sizes outermost first
    /// @param values row-major; shared
    WrittenArray(List<Integer> sizes, float[] values) {
        this.sizes = List.copyOf(sizes);
        this.values = values;
    }

    /// A parameter as it is.
    static WrittenArray of(Parameter parameter) {
        return new WrittenArray(
                IntStream.range(0, parameter.shape().rank()).map(parameter.shape()::size).boxed().toList(),
                parameter.value());
    }

    /// The transpose of a matrix.
    static WrittenArray transposed(Parameter parameter) {
        return transposed(parameter.value(), parameter.shape().size(0), parameter.shape().last());
    }

    /// The transpose of a matrix.
    static WrittenArray transposed(float[] matrix, int rows, int columns) {
        float[] values = new float[matrix.length];
        WeightArrays.transpose(matrix, rows, values);
        return new WrittenArray(List.of(columns, rows), values);
    }

    List<Integer> sizes() {
        return sizes;
    }

    float[] values() {
        return values;
    }
}
