package org.lstm4j.interop.onnx;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.TensorType;

/// Nodes that change nothing, and constants.
final class PlainNodes {

    private PlainNodes() {}

    /// In inference it lets everything through.
    static Value dropout(NodeReading node) {
        node.ignore("ratio");
        node.ignore("seed");
        if (node.has(2) && !(node.value(2) instanceof Value.Constant training
                && Values.isZeroOrFalse(training.tensor()))) {
            throw node.refuse("it drops in inference too", "training_mode false", "true or unknown",
                    "export the model for inference: model.eval()");
        }
        return node.value(0);
    }

    /// Between types of real numbers nothing changes that matters here: all is float32.
    static Value cast(NodeReading node) {
        long to = node.whole("to", 0);
        node.ignore("saturate");
        boolean real = ElementTypes.isReal(to);
        if (!real && !ElementTypes.isInteger(to)) {
            throw node.refuse("it makes elements of a type that no layer has", "float32, float64 or whole numbers",
                    ElementTypes.name(Math.clamp(to, 0, Integer.MAX_VALUE)), "export the model without");
        }
        return switch (node.value(0)) {
            case Flow flow when !real -> new Value.Indices(flow);
            case Value.Indices indices when real -> indices.flow();
            case Value.Constant constant -> cast(node, constant.tensor(), real);
            case Value.Formula _ when !real ->
                throw node.refuse("it rounds what layers compute", "", "", "leave it out");
            case Value other -> other;
        };
    }

    private static Value cast(NodeReading node, StoredTensor tensor, boolean real) {
        double[] numbers = node.folding().numbers(tensor);
        if (!real) {
            for (int index = 0; index < numbers.length; index++) {
                numbers[index] = (long) numbers[index];
            }
        }
        return new Value.Constant(
                node.folding().tensor(tensor.name(), real ? TensorType.F64 : TensorType.I64, tensor.shape(), numbers));
    }

    static Value constant(NodeReading node) {
        StoredTensor tensor = node.tensor("value");
        if (tensor != null) {
            return new Value.Constant(tensor);
        }
        for (String name : List.of("value_int", "value_ints")) {
            if (node.isSet(name)) {
                long[] numbers = name.equals("value_int") ? new long[]{node.whole(name, 0)} : wholes(node, name);
                return new Value.Sizes(Arrays.stream(numbers).mapToObj(Extent::of).toList(),
                        name.equals("value_int"));
            }
        }
        boolean one = node.isSet("value_float");
        List<Float> numbers = one ? List.of(node.number("value_float", 0)) : node.numbers("value_floats");
        if (numbers.isEmpty()) {
            throw node.refuse("it has no numbers", "a tensor", "nothing, or text", "export the model without");
        }
        return new Value.Constant(node.folding().tensor(node.layerName(), TensorType.F32,
                one ? List.of() : List.of((long) numbers.size()),
                numbers.stream().mapToDouble(Float::doubleValue).toArray()));
    }

    private static long[] wholes(NodeReading node, String name) {
        long[] numbers = node.wholes(name);
        return numbers == null ? new long[0] : numbers;
    }
}
