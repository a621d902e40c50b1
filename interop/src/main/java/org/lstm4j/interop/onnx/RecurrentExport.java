package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.OnnxAttribute.Text;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.tensor.Shape;

/// Writes recurrent layers as LSTM, GRU and RNN nodes, or as loops where these cannot say them ([CellScan]), with their states as inputs and
/// outputs where they are wanted.
///
/// A node gives all hidden states as [steps, directions, batch, units] and the last ones as [directions, batch, units].
final class RecurrentExport {

    /// What names of states begin with: hidden, cell.
    private static final List<String> STATES = List.of("h", "c");

    private final GraphBuilder graph;
    private final boolean states;
    private int count;

    /// @param states whether states to begin with are inputs, and those in the end outputs
    RecurrentExport(GraphBuilder graph, boolean states) {
        this.graph = graph;
        this.states = states;
    }

    /// @throws org.lstm4j.ConfigurationException when states are wanted of recurrent layers within a layer that cannot hand them through
    void requireNoStates(Layer layer) {
        if (states && isRecurrentWithin(layer)) {
            throw LayerExport.refusal(layer,
                    "the states of the recurrent layers within it cannot go in and out; write it without states");
        }
    }

    private static boolean isRecurrentWithin(Layer layer) {
        return layer.parts().stream().anyMatch(part -> part instanceof RecurrentLayer || isRecurrentWithin(part));
    }

    /// One direction.
    Data write(RecurrentLayer layer, Data data, Shape sample) {
        boolean backwards = layer.spec().sequence().goBackwards();
        Data steps = data.stepsFirst(graph);
        List<String> results = direction(layer, steps.name(), steps.mask(), backwards);
        if (!layer.spec().returnSequences()) {
            return new Data(graph.squeeze(results.get(1), 0), sample, false);
        }
        String every = graph.squeeze(results.get(0), 1);
        String mask = steps.mask();
        return backwards
                ? new Data(turnedRound(every), sample, true, mask == null ? null : turnedRound(mask))
                : new Data(every, sample, true, mask);
    }

    /// Two directions: one node where their cells are alike, else two.
    Data write(Bidirectional layer, Data data, Shape sample) {
        RecurrentLayer one = layer.forward();
        RecurrentLayer other = layer.backward();
        boolean every = one.spec().returnSequences();
        Data steps = data.stepsFirst(graph);
        String mask = every ? steps.mask() : null;
        if (steps.mask() == null && CellExport.alike(one, other)) {
            List<String> results = node(CellExport.of(List.of(one, other)), steps.name(), "bidirectional");
            return merged(layer.spec().merge(), results.get(every ? 0 : 1), every, sample);
        }
        if (states) {
            throw LayerExport.refusal(layer,
                    "its directions are not one node, so their states do not go into one array");
        }
        List<String> both = new ArrayList<>();
        both.add(direction(one, steps.name(), steps.mask(), false).get(every ? 0 : 1));
        both.add(direction(other, steps.name(), steps.mask(), true).get(every ? 0 : 1));
        int directions = every ? 1 : 0;
        if (layer.spec().merge() == MergeMode.CONCATENATE) {
            both.replaceAll(result -> graph.squeeze(result, directions));
            return new Data(graph.node("Concat", both, Map.of("axis", new Whole(-1))), sample, every, mask);
        }
        String joined = graph.node("Concat", both, Map.of("axis", new Whole(directions)));
        return merged(layer.spec().merge(), joined, every, sample).withMask(mask);
    }

    /// A layer that goes through the steps once.
    ///
    /// @param x [steps, batch, features]
    /// @param mask which steps count, [steps, batch, 1]; null for all
    /// @return all hidden states [steps, 1, batch, outputs], and the last states [1, batch, size]
    List<String> direction(RecurrentLayer layer, String x, @Nullable String mask, boolean reverse) {
        if (mask == null && CellExport.isOneNode(layer)) {
            return node(CellExport.of(List.of(layer)), x, reverse ? "reverse" : "forward");
        }
        List<List<Object>> sizes = new CellFormula(layer).stateSizes().stream()
                .map(size -> List.<Object>of(1L, "batch", (long) size)).toList();
        List<String> begin = new ArrayList<>();
        for (int state = 0; states && state < sizes.size(); state++) {
            begin.add(graph.input(STATES.get(state) + "0_" + count, sizes.get(state)));
        }
        List<String> results = new CellScan(graph, layer).write(x, mask, reverse, begin);
        if (states) {
            giveOut(results, sizes);
        }
        return results;
    }

    private Data merged(MergeMode merge, String both, boolean every, Shape sample) {
        int directions = every ? 1 : 0;
        String result = switch (merge) {
            case CONCATENATE -> sideBySide(both, every);
            case SUM -> graph.node("ReduceSum", List.of(both, graph.wholes("axes", directions)),
                    Map.of("keepdims", new Whole(0)));
            case PRODUCT -> reduced("ReduceProd", both, directions);
            case AVERAGE -> reduced("ReduceMean", both, directions);
        };
        return new Data(result, sample, every);
    }

    private String reduced(String operator, String both, int directions) {
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("axes", NodeMessage.wholes(directions));
        attributes.put("keepdims", new Whole(0));
        return graph.node(operator, List.of(both), attributes);
    }

    private String sideBySide(String both, boolean every) {
        String beside = graph.node("Transpose", List.of(both),
                Map.of("perm", every ? NodeMessage.wholes(0, 2, 1, 3) : NodeMessage.wholes(1, 0, 2)));
        String shape = every ? graph.wholes("shape", 0, 0, -1) : graph.wholes("shape", 0, -1);
        return graph.node("Reshape", List.of(beside, shape));
    }

    /// The last step first.
    String turnedRound(String every) {
        return graph.node("Slice", List.of(every, graph.wholes("from", -1), graph.wholes("to", Long.MIN_VALUE + 1),
                graph.wholes("axes", 0), graph.wholes("step", -1)));
    }

    private List<String> node(CellExport cell, String x, String direction) {
        List<String> inputs = new ArrayList<>(List.of(x));
        inputs.addAll(cell.weights(graph));
        inputs.add(""); // all sequences are as long as the data
        List<Object> sizes = List.of((long) cell.directions(), "batch", (long) cell.units());
        List<List<Object>> ofStates = Collections.nCopies(cell.hasCellState() ? 2 : 1, sizes);
        for (int state = 0; states && state < ofStates.size(); state++) {
            inputs.add(graph.input(STATES.get(state) + "0_" + count, sizes));
        }
        if (cell.hasPeepholes()) {
            while (inputs.size() < CellExport.PEEPHOLE_INPUT) {
                inputs.add("");
            }
            inputs.add(cell.peepholes(graph));
        }
        Map<String, OnnxAttribute> attributes = cell.attributes();
        attributes.put("direction", new Text(direction));
        List<String> results = graph.nodes(cell.operator(), withoutEmptyEnd(inputs), attributes,
                cell.hasCellState() ? 3 : 2);
        if (states) {
            giveOut(results, ofStates);
        }
        return results;
    }

    private void giveOut(List<String> results, List<List<Object>> sizes) {
        for (int state = 0; state < sizes.size(); state++) {
            graph.keep(STATES.get(state) + "n_" + count, results.get(state + 1), sizes.get(state));
        }
        count++;
    }

    private static List<String> withoutEmptyEnd(List<String> inputs) {
        List<String> shortened = new ArrayList<>(inputs);
        while (shortened.getLast().isEmpty()) {
            shortened.removeLast();
        }
        return shortened;
    }
}
