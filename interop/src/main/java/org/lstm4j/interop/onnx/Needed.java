package org.lstm4j.interop.onnx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which values the output of a graph depends on. Exporters leave nodes behind that nobody uses.
final class Needed {

    private Needed() {}

    /// Goes from the last node to the first; every node stands after those it needs.
    static Set<String> values(OnnxModel model, String output) {
        Set<String> needed = new LinkedHashSet<>();
        needed.add(output);
        List<OnnxNode> nodes = model.nodes();
        for (OnnxNode node : nodes.reversed()) {
            if (node.outputs().stream().anyMatch(name -> !name.isEmpty() && needed.contains(name))) {
                needed.addAll(node.inputs());
            }
        }
        needed.remove("");
        return needed;
    }
}
