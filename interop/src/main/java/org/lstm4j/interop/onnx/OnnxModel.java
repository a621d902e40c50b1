package org.lstm4j.interop.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.tensor.StoredTensor;

/// What is used of a ModelProto and its GraphProto.
///
/// @param producer program and version that wrote it, in words; may be empty
/// @param operatorSets versions by domain; empty is ONNX' own
/// @param nodes in the order of the file, which is one in which they can be computed
/// @param initializers constant tensors by name
/// @param inputs with those that have an initializer too
/// @param outputs at least one
record OnnxModel(
        String producer, Map<String, Long> operatorSets, List<OnnxNode> nodes, Map<String, StoredTensor> initializers,
        List<OnnxValue> inputs, List<OnnxValue> outputs) {

    OnnxModel {
        operatorSets = Collections.unmodifiableMap(new LinkedHashMap<>(operatorSets));
        nodes = List.copyOf(nodes);
        initializers = Collections.unmodifiableMap(new LinkedHashMap<>(initializers));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// The inputs that someone has to give.
    List<OnnxValue> openInputs() {
        return inputs.stream().filter(input -> !initializers.containsKey(input.name())).toList();
    }
}
