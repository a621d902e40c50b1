package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;

/// Arithmetic in float64, as forecasters do it around their networks.
///
/// @param graph that gets the nodes
record Arithmetic(GraphBuilder graph) {

    String toDouble(String value) {
        return graph.node("Cast", List.of(value), Map.of("to", new Whole(ElementTypes.DOUBLE)));
    }

    String toFloat(String value) {
        return graph.node("Cast", List.of(value), Map.of("to", new Whole(ElementTypes.FLOAT)));
    }

    /// Whether a number is not 0.
    String toBoolean(String value) {
        return graph.node("Cast", List.of(value), Map.of("to", new Whole(ElementTypes.BOOL)));
    }

    /// The first where something holds, else the second.
    String chosen(String condition, String first, String second) {
        return graph.node("Where", List.of(condition, first, second));
    }

    String plus(String a, String b) {
        return graph.node("Add", List.of(a, b));
    }

    String minus(String a, String b) {
        return graph.node("Sub", List.of(a, b));
    }

    String times(String a, String b) {
        return graph.node("Mul", List.of(a, b));
    }

    String over(String a, String b) {
        return graph.node("Div", List.of(a, b));
    }

    String number(String name, double value) {
        return graph.doubles(name, new double[]{value});
    }

    /// The sum over an axis, which stays with size 1.
    String sum(String value, long axis) {
        return graph.node("ReduceSum", List.of(value, graph.wholes("axes", axis)), Map.of("keepdims", new Whole(1)));
    }

    String joined(List<String> values, long axis) {
        return values.size() == 1 ? values.getFirst() : graph.node("Concat", values, Map.of("axis", new Whole(axis)));
    }

    /// Places `from` (inclusive) to `to` (exclusive) of an axis, counted from the end where negative.
    String part(String value, long axis, long from, long to) {
        return graph.node("Slice", List.of(value, graph.wholes("from", from), graph.wholes("to", to),
                graph.wholes("axes", axis)));
    }

    String reshaped(String value, long... shape) {
        return graph.node("Reshape", List.of(value, graph.wholes("shape", shape)));
    }

    /// ln(1 + eˣ), split so that neither end overflows.
    String softplus(String x) {
        String one = number("one", 1);
        String fading = graph.node("Exp", List.of(graph.node("Neg", List.of(graph.node("Abs", List.of(x))))));
        String above = graph.node("Max", List.of(x, number("zero", 0)));
        return plus(above, graph.node("Log", List.of(plus(one, fading))));
    }
}
