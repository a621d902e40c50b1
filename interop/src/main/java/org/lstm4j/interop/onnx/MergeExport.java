package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.graph.Merge;

/// Writes merges of arrays.
final class MergeExport {

    private MergeExport() {}

    /// @param values at least two
    /// @return the name of the result
    static String write(GraphBuilder graph, Merge merge, List<String> values) {
        return switch (merge) {
            case CONCATENATE -> graph.node("Concat", values, Map.of("axis", new Whole(-1)));
            case ADD -> row(graph, "Add", values);
            case SUBTRACT -> row(graph, "Sub", values);
            case MULTIPLY -> row(graph, "Mul", values);
            case AVERAGE -> graph.node("Div", List.of(row(graph, "Add", values),
                    graph.numbers("count", new float[]{values.size()})));
            case MAXIMUM -> graph.node("Max", values);
            case MINIMUM -> graph.node("Min", values);
        };
    }

    /// From the first to the last.
    private static String row(GraphBuilder graph, String operator, List<String> values) {
        return values.stream().reduce((left, right) -> graph.node(operator, List.of(left, right))).orElseThrow();
    }
}
