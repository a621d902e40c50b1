package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.recurrent.RecurrentLayer;

/// Writes a recurrent layer that ONNX' recurrent nodes cannot say as a Scan node, a loop over steps with [CellFormula] in it. Its outputs are
/// those of the recurrent nodes. What needs no state is computed before it, for all steps at once.
///
/// With a mask, states stay as they are at steps that do not count, and the output there is 0.
///
/// @param graph that gets it
/// @param formula of a step
record CellScan(GraphBuilder graph, CellFormula formula) {

    CellScan(GraphBuilder graph, RecurrentLayer layer) {
        this(graph, new CellFormula(layer));
    }

    /// @param x [steps, batch, features]
    /// @param mask which steps count, [steps, batch, 1]; null for all
    /// @param reverse whether it begins at the last step
    /// @param states to begin with, [1, batch, size] each; empty for zeros
    /// @return hidden states of all steps [steps, 1, batch, outputs] and the last states, [1, batch, size] each
    List<String> write(String x, @Nullable String mask, boolean reverse, List<String> states) {
        List<String> inputs = new ArrayList<>();
        for (int state = 0; state < formula.stateSizes().size(); state++) {
            inputs.add(states.isEmpty()
                    ? zeros(x, formula.stateSizes().get(state))
                    : graph.squeeze(states.get(state), 0));
        }
        inputs.add(formula.ofInputs(graph, x));
        if (mask != null) {
            inputs.add(mask);
        }
        long direction = reverse ? 1 : 0;
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("body", new OnnxAttribute.Body(body(mask != null)));
        attributes.put("num_scan_inputs", new Whole(mask == null ? 1 : 2));
        attributes.put("scan_input_directions", mask == null
                ? NodeMessage.wholes(direction)
                : NodeMessage.wholes(direction, direction));
        attributes.put("scan_output_directions", NodeMessage.wholes(direction));
        List<String> ends = graph.nodes("Scan", inputs, attributes, formula.stateSizes().size() + 1);
        List<String> results = new ArrayList<>(List.of(unsqueezed(ends.getLast(), 1)));
        ends.subList(0, ends.size() - 1).forEach(state -> results.add(unsqueezed(state, 0)));
        return results;
    }

    private GraphBuilder body(boolean masked) {
        GraphBuilder body = graph.body().within(formula.layer().name() + " step");
        List<String> states = new ArrayList<>();
        for (long size : formula.stateSizes()) {
            states.add(body.parameter("state", ElementTypes.FLOAT, List.of("batch", size)));
        }
        String ofInput = body.parameter("of_input", ElementTypes.FLOAT, List.of("batch", "sums"));
        String counts = masked ? body.parameter("counts", ElementTypes.BOOL, List.of("batch", 1L)) : "";
        List<String> after = formula.step(body, ofInput, states);
        String shown = after.getFirst();
        if (masked) {
            shown = body.node("Where", List.of(counts, shown, body.numbers("nothing", new float[]{0f})));
        }
        for (int state = 0; state < states.size(); state++) {
            String kept = masked
                    ? body.node("Where", List.of(counts, after.get(state), states.get(state)))
                    : after.get(state);
            body.result("state_after", kept, List.of("batch", (long) formula.stateSizes().get(state)));
        }
        body.result("shown", shown, List.of("batch", (long) formula.stateSizes().getFirst()));
        return body;
    }

    /// [batch, size]
    private String zeros(String x, int size) {
        String batch = graph.slice(graph.node("Shape", List.of(x)), 0, 1, 2);
        return graph.node("ConstantOfShape", List.of(graph.node("Concat", List.of(batch, graph.wholes("size", size)),
                Map.of("axis", new Whole(0)))));
    }

    private String unsqueezed(String value, int axis) {
        return graph.node("Unsqueeze", List.of(value, graph.wholes("axes", axis)));
    }
}
