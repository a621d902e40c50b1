package org.lstm4j.nn.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.SummaryLine;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.Parts.Part;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// A graph of layers with their weights. Samples are the [#inputs] end to end, and what comes out are the [#outputs] end to end.
///
/// The parameters are those of the layers, in the order of the nodes, named `place.node.…`: `0.demand.weight`.
public final class Graph implements Layer {

    private final String name;
    private final GraphSpec spec;
    private final Shape inputShape;
    private final Map<String, Layer> layers;

    /// @param layers by the names of their nodes, in order
    Graph(String name, GraphSpec spec, Shape inputShape, Map<String, Layer> layers) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.layers = new LinkedHashMap<>(layers);
    }

    /// The graph that a network is, just built or read from a file.
    ///
    /// @throws IllegalArgumentException when the network is no single graph
    public static Graph of(Sequential network) {
        if (network.layers().size() == 1 && network.layers().getFirst() instanceof Graph graph) {
            return graph;
        }
        throw new IllegalArgumentException("the network is no single graph, but has the layers "
                + network.layers().stream().map(Layer::name).toList()
                + "; build it with GraphSpec.network, or take the graph from layers()");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public GraphSpec spec() {
        return spec;
    }

    /// What goes in: how to join the inputs of a batch.
    public Parts inputs() {
        return spec.inputs().fitted(inputShape);
    }

    /// What comes out: how to take predictions apart.
    public Parts outputs() {
        return outputs(shapes(inputShape));
    }

    /// A loss for every output, added up.
    ///
    /// @param losses for every output, by its name
    /// @throws IllegalArgumentException when an output has none, or a name is unknown
    public GraphLoss loss(Map<String, Loss> losses) {
        return GraphLoss.of(outputs(), losses);
    }

    /// The layer of a node.
    ///
    /// @throws IllegalArgumentException when no node with a layer has that name
    public Layer layer(String node) {
        Layer layer = layers.get(node);
        if (layer == null) {
            throw new IllegalArgumentException("layer \"" + name + "\" has no layer \"" + node + "\"; it has "
                    + layers.keySet());
        }
        return layer;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        return outputs(shapes(sample)).shape();
    }

    @Override
    public List<Layer> parts() {
        return List.copyOf(layers.values());
    }

    @Override
    public List<Parameter> parameters() {
        return layers.values().stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    @Override
    public List<RandomStream> streams() {
        return layers.values().stream().flatMap(layer -> layer.streams().stream()).toList();
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        return new GraphPass(this, batchShape, mode, compute);
    }

    /// A line for every input and node.
    @Override
    public List<SummaryLine> summaryLines(Shape sample) {
        Map<String, Shape> shapes = shapes(sample);
        List<SummaryLine> lines = new ArrayList<>();
        for (String input : spec.inputs().names()) {
            lines.add(new SummaryLine(input + ": input", shapeOf(shapes, input), 0, ""));
        }
        for (GraphNode node : spec.nodes()) {
            long parameters = node instanceof LayerNode ? SummaryLine.parametersOf(layer(node.name())) : 0;
            lines.add(new SummaryLine(node.name() + ": " + node.kind() + (isOutput(node) ? ", output" : ""),
                    shapeOf(shapes, node.name()), parameters, String.join(", ", node.reads())));
        }
        return lines;
    }

    private boolean isOutput(GraphNode node) {
        return spec.outputs().contains(node.name());
    }

    /// The shapes of a sample of every input and every node, by name, in order; unmodifiable.
    ///
    /// @param sample joined
    /// @throws IllegalArgumentException when the graph was built for another shape; the message names the axes
    public Map<String, Shape> shapes(Shape sample) {
        return Collections.unmodifiableMap(
                spec.shapes(name, sample, (node, shape) -> layer(node.name()).outputShape(shape)));
    }

    private Parts outputs(Map<String, Shape> shapes) {
        return new Parts(spec.outputs().stream().map(output -> new Part(output, shapeOf(shapes, output))).toList());
    }

    private static Shape shapeOf(Map<String, Shape> shapes, String name) {
        return Objects.requireNonNull(shapes.get(name));
    }
}
