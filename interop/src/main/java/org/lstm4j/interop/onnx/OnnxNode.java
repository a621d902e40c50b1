package org.lstm4j.interop.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.model.Quoted;

/// A NodeProto: an operator at its place in the graph.
///
/// @param name may be empty
/// @param operator kind: `LSTM`
/// @param domain of the operator; empty or `ai.onnx` for ONNX' own
/// @param inputs names of values; empty for one that is left out
/// @param outputs names of values; empty for one that nobody wants
/// @param attributes by name
record OnnxNode(
        String name, String operator, String domain, List<String> inputs, List<String> outputs,
        Map<String, OnnxAttribute> attributes) {

    OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /// For messages: `node '/lstm/LSTM' (LSTM)`, or by its first output where it has no name.
    @Override
    public String toString() {
        String called = name.isEmpty() && !outputs.isEmpty() ? outputs.getFirst() : name;
        return "node " + Quoted.of(called) + " (" + Quoted.of(operator).replace("'", "") + ")";
    }
}
