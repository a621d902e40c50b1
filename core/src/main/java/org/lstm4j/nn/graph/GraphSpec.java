package org.lstm4j.nn.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.GraphNode.MergeNode;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a small graph of layers, for networks of several inputs or outputs. The graph is a layer itself, so that all that
/// is done with a network can be done with it: its inputs stand end to end in one array, and so do its outputs (see [Parts]).
///
/// {@snippet :
/// GraphSpec spec = GraphSpec.builder()
///         .input("history", Shape.sequence(48, 3))
///         .input("calendar", Shape.vector(4))
///         .layer("memory", new LstmSpec(32), "history")
///         .merge("joined", Merge.CONCATENATE, "memory", "calendar")
///         .layer("demand", new DenseSpec(1), "joined")
///         .layer("peak", new DenseSpec(1).withActivation(Activation.SIGMOID), "joined")
///         .outputs("demand", "peak")
///         .build();
/// Sequential network = spec.network(42);
/// Graph graph = Graph.of(network);
/// GraphLoss loss = graph.loss(Map.of("demand", new MeanSquaredError(), "peak", new BinaryCrossEntropy()));
/// Model model = Model.compile(network, new Adam(0.001), loss);
/// model.fit(graph.inputs().join(Map.of("history", history, "calendar", calendar)),
///         loss.targets().join(Map.of("demand", demand, "peak", peak)), FitOptions.epochs(10));
/// Map<String, Tensor> said = graph.outputs().split(model.predict(newInputs));
/// }
///
/// What several nodes read has the sum of their gradients. Masks go along with what they are of; a merge counts the steps that count
/// for all that it reads. (Keras counts those that count for any, and all if one of them has no mask.)
///
/// @param inputs what goes in
/// @param nodes layers and merges, each after all that it reads
/// @param outputs names of nodes, at least one; other nodes may read them too
public record GraphSpec(Parts inputs, List<GraphNode> nodes, List<String> outputs) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "graph";

    public GraphSpec {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        new GraphCheck(inputs.names(), nodes, outputs).require();
    }

    /// Begins a graph: first its inputs, then its nodes, then its outputs.
    public static GraphBuilder builder() {
        return new GraphBuilder();
    }

    /// A network of this graph alone, with initial weights.
    ///
    /// @throws IllegalArgumentException when a layer or a merge cannot take what it reads; the message names the axes
    public Sequential network(long seed) {
        return Sequential.input(inputs.shape()).add(this).build(seed);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Whether one of its layers is.
    @Override
    public boolean stateful() {
        return nodes.stream().anyMatch(node -> node instanceof LayerNode(_, LayerSpec layer, _) && layer.stateful());
    }

    /// Builds the layers; their parameters are named `place.node.…`: `0.demand.weight`.
    @Override
    public Graph build(String place, Shape inputShape, RandomStreams streams) {
        return inOrder(place, inputShape, (layer, path, shape) -> layer.build(path, shape, streams));
    }

    @Override
    public Graph restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return inOrder(place, inputShape, (layer, path, shape) -> layer.restore(path, shape, streams, stored));
    }

    private Graph inOrder(String place, Shape inputShape, LayerMaker maker) {
        String name = place + " " + KIND;
        Map<String, Layer> layers = new LinkedHashMap<>();
        shapes(name, inputShape, (node, shape) -> {
            Layer layer = maker.make(node.layer(), place + "." + node.name(), shape);
            layers.put(node.name(), layer);
            return layer.outputShape(shape);
        });
        return new Graph(name, this, inputShape, layers);
    }

    /// The shapes of a sample of every input and every node, by name, in order.
    ///
    /// @param layer the name of the graph, for messages
    /// @param sample joined
    Map<String, Shape> shapes(String layer, Shape sample, NodeShape ofLayers) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        inputs.fitted(sample).parts().forEach(part -> shapes.put(part.name(), part.shape()));
        for (GraphNode node : nodes) {
            List<Shape> read = new ArrayList<>();
            node.reads().forEach(name -> read.add(shapes.get(name)));
            shapes.put(node.name(), switch (node) {
                case LayerNode ofLayer -> ofLayers.outputShape(ofLayer, read.getFirst());
                case MergeNode merge -> new MergeShapes(layer, merge).outputShape(read);
            });
        }
        return shapes;
    }

    /// The shape that comes out of a layer of the graph.
    interface NodeShape {
        Shape outputShape(LayerNode node, Shape sample);
    }

    /// Turns the spec at a place into a layer.
    private interface LayerMaker {
        Layer make(LayerSpec spec, String place, Shape shape);
    }
}
