package org.lstm4j.interop.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lstm4j.interop.source.SourceLayers.Flow;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.graph.GraphNode;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.GraphNode.MergeNode;
import org.lstm4j.nn.graph.Parts.Part;
import org.lstm4j.tensor.Shape;

/// Writes a graph of layers: each input and node is a variable.
final class SourceGraph {

    private final SourceText text;
    private final SourceLayers layers;
    private final Graph graph;
    private final Map<String, Flow> flows = new LinkedHashMap<>();

    /// @param layers between which it stands
    SourceGraph(SourceText text, SourceLayers layers, Graph graph) {
        this.text = text;
        this.layers = layers;
        this.graph = graph;
    }

    void write() {
        Shape sample = layers.shape();
        Map<String, Shape> shapes = graph.shapes(sample);
        takeApart(graph.spec().inputs().fitted(sample).parts());
        for (GraphNode node : graph.spec().nodes()) {
            switch (node) {
                case LayerNode layer -> {
                    layers.from(flow(layer.input()));
                    layers.write(graph.layer(layer.name()));
                }
                case MergeNode merge -> {
                    List<Flow> read = merge.reads().stream().map(this::flow).toList();
                    text.run("x = " + new MergeCalls(text).of(merge.merge(), read) + ";");
                    layers.begin(Objects.requireNonNull(shapes.get(merge.name())), read.getFirst().steps());
                }
            }
            flows.put(node.name(), layers.keep(variable(node.name())));
        }
        giveOut(graph.spec().outputs());
        layers.begin(sample, layers.steps()); // from which the next shape is computed
    }

    private static String variable(String node) {
        return "node_" + node;
    }

    private Flow flow(String name) {
        return Objects.requireNonNull(flows.get(name));
    }

    private void takeApart(List<Part> parts) {
        if (parts.size() == 1) {
            flows.put(parts.getFirst().name(), layers.keep(variable(parts.getFirst().name())));
            return;
        }
        int from = 0;
        for (Part part : parts) {
            String variable = text.variable(variable(part.name()));
            int to = from + part.shape().elements();
            text.run("float[] " + variable + " = java.util.Arrays.copyOfRange(x, " + from + ", " + to + ");");
            flows.put(part.name(), new Flow(variable, part.shape(), String.valueOf(part.shape().size(0))));
            from = to;
        }
    }

    private void giveOut(List<String> outputs) {
        if (outputs.size() == 1) {
            layers.from(flow(outputs.getFirst()));
            return;
        }
        text.needs(RuntimePart.END_TO_END);
        text.run("x = end_to_end("
                + outputs.stream().map(name -> flow(name).variable()).collect(Collectors.joining(", ")) + ");");
    }
}
