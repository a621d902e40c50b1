package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lstm4j.interop.network.WeightArrays;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.recurrent.Gru;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentWeights;
import org.lstm4j.nn.recurrent.SimpleRnn;

/// Weights of a layer in Keras' orientation, gate order and numbering; the reverse of what [RecurrentTranslation] does.
///
/// @param arrays by their names within the layer: `cell/vars/0`
record WrittenWeights(Map<String, Array> arrays) {

    static final WrittenWeights NONE = new WrittenWeights(Map.of());

    /// @param sizes outermost first
    /// @param values row-major
    record Array(List<Integer> sizes, float[] values) {

        /// As it is.
        static Array of(Parameter parameter) {
            return new Array(IntStream.range(0, parameter.shape().rank()).map(parameter.shape()::size).boxed().toList(),
                    parameter.value());
        }

        /// The transpose of a matrix.
        static Array transposed(Parameter parameter) {
            return transposed(parameter.value(), parameter.shape().size(0), parameter.shape().last());
        }

        private static Array transposed(float[] matrix, int rows, int columns) {
            float[] values = new float[matrix.length];
            WeightArrays.transpose(matrix, rows, values);
            return new Array(List.of(columns, rows), values);
        }
    }

    /// Arrays in order, those of the layer itself.
    static WrittenWeights of(Array... arrays) {
        Map<String, Array> numbered = new LinkedHashMap<>();
        for (Array array : arrays) {
            numbered.put("vars/" + numbered.size(), array);
        }
        return new WrittenWeights(numbered);
    }

    /// The same within a part of a layer.
    WrittenWeights within(String part) {
        Map<String, Array> moved = new LinkedHashMap<>();
        arrays.forEach((name, array) -> moved.put(part + "/" + name, array));
        return new WrittenWeights(moved);
    }

    /// Both together.
    WrittenWeights and(WrittenWeights others) {
        Map<String, Array> all = new LinkedHashMap<>(arrays);
        all.putAll(others.arrays);
        return new WrittenWeights(all);
    }

    /// Those of a recurrent layer's cell.
    static WrittenWeights ofCell(RecurrentLayer layer) {
        WrittenWeights weights = switch (layer) {
            case Lstm lstm -> of(Array.transposed(lstm.weights().inputWeights()),
                    Array.transposed(lstm.weights().recurrentWeights()), Array.of(lstm.weights().bias()));
            case SimpleRnn simple -> of(Array.transposed(simple.weights().inputWeights()),
                    Array.transposed(simple.weights().recurrentWeights()), Array.of(simple.weights().bias()));
            case Gru gru -> of(gates(gru.weights().inputWeights()), gates(gru.weights().recurrentWeights()),
                    biases(gru.weights()));
        };
        return weights.withBias(hasBias(layer)).within("cell");
    }

    private static boolean hasBias(RecurrentLayer layer) {
        return switch (layer) {
            case Lstm lstm -> lstm.weights().hasBias();
            case SimpleRnn simple -> simple.weights().hasBias();
            case Gru gru -> gru.weights().hasBias();
        };
    }

    /// All, or all but the last.
    WrittenWeights withBias(boolean has) {
        LinkedHashMap<String, Array> some = new LinkedHashMap<>(arrays);
        if (!has) {
            some.pollLastEntry();
        }
        return new WrittenWeights(some);
    }

    /// Keras' z, r, h of r, z, n.
    private static Array gates(Parameter parameter) {
        float[] zrh = new float[parameter.value().length];
        WeightArrays.copyBlocks(parameter.value(), zrh, 1, 0, 2);
        return Array.transposed(zrh, parameter.shape().size(0), parameter.shape().last());
    }

    /// The sums of r and z as biases of the inputs, beside zeros.
    private static Array biases(RecurrentWeights weights) {
        int units = weights.units();
        float[] bias = weights.bias().value();
        float[] both = new float[6 * units];
        System.arraycopy(bias, units, both, 0, units);
        System.arraycopy(bias, 0, both, units, units);
        System.arraycopy(bias, 2 * units, both, 2 * units, units);
        System.arraycopy(bias, 3 * units, both, 5 * units, units);
        return new Array(List.of(2, 3 * units), both);
    }
}
