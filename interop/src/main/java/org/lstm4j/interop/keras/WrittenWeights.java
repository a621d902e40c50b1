package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
record WrittenWeights(Map<String, WrittenArray> arrays) {

    static final WrittenWeights NONE = new WrittenWeights(Map.of());

    /// Arrays in order, those of the layer itself.
    static WrittenWeights of(WrittenArray... arrays) {
        Map<String, WrittenArray> numbered = new LinkedHashMap<>();
        for (WrittenArray array : arrays) {
            numbered.put("vars/" + numbered.size(), array);
        }
        return new WrittenWeights(numbered);
    }

    /// The same within a part of a layer.
    WrittenWeights within(String part) {
        Map<String, WrittenArray> moved = new LinkedHashMap<>();
        arrays.forEach((name, array) -> moved.put(part + "/" + name, array));
        return new WrittenWeights(moved);
    }

    /// Both together.
    WrittenWeights and(WrittenWeights others) {
        Map<String, WrittenArray> all = new LinkedHashMap<>(arrays);
        all.putAll(others.arrays);
        return new WrittenWeights(all);
    }

    /// Those of a recurrent layer's cell.
    static WrittenWeights ofCell(RecurrentLayer layer) {
        WrittenWeights weights = switch (layer) {
            case Lstm lstm -> of(WrittenArray.transposed(lstm.weights().inputWeights()),
                    WrittenArray.transposed(lstm.weights().recurrentWeights()), WrittenArray.of(lstm.weights().bias()));
            case SimpleRnn simple -> of(WrittenArray.transposed(simple.weights().inputWeights()),
                    WrittenArray.transposed(simple.weights().recurrentWeights()),
                    WrittenArray.of(simple.weights().bias()));
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
        LinkedHashMap<String, WrittenArray> some = new LinkedHashMap<>(arrays);
        if (!has) {
            some.pollLastEntry();
        }
        return new WrittenWeights(some);
    }

    /// Keras' z, r, h of r, z, n.
    private static WrittenArray gates(Parameter parameter) {
        float[] zrh = new float[parameter.value().length];
        WeightArrays.copyBlocks(parameter.value(), zrh, 1, 0, 2);
        return WrittenArray.transposed(zrh, parameter.shape().size(0), parameter.shape().last());
    }

    /// The sums of r and z as biases of the inputs, beside zeros.
    private static WrittenArray biases(RecurrentWeights weights) {
        int units = weights.units();
        float[] bias = weights.bias().value();
        float[] both = new float[6 * units];
        System.arraycopy(bias, units, both, 0, units);
        System.arraycopy(bias, 0, both, units, units);
        System.arraycopy(bias, 2 * units, both, 2 * units, units);
        System.arraycopy(bias, 3 * units, both, 5 * units, units);
        return new WrittenArray(List.of(2, 3 * units), both);
    }
}
