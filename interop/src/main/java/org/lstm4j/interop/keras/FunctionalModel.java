package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignNetwork;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.graph.GraphNode;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Parts;
import org.lstm4j.nn.graph.Parts.Part;

/// Translates a Functional model: layers in a row into such layers, anything else into a [GraphSpec]. Mutable.
final class FunctionalModel {

    private final InputShape inputs;
    private final List<String> assumptions;

    /// Of each node of Keras, the node of ours that gives what it gives.
    private final Map<String, String> givenBy = new LinkedHashMap<>();
    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<GraphNode> nodes = new ArrayList<>();
    private final List<ForeignLayer> layers = new ArrayList<>();
    private final Map<String, ForeignWeight> weightsByNode = new LinkedHashMap<>();

    FunctionalModel(InputShape inputs, List<String> assumptions) {
        this.inputs = inputs;
        this.assumptions = assumptions;
    }

    /// @throws IllegalArgumentException when something is not understood; the message names the layer and its setting
    ForeignNetwork translate(KerasLayer model, ModelWeights weights) {
        List<FunctionalNode> all = FunctionalNode.all(model);
        Map<String, LayerWeights> ofLayers = new LinkedHashMap<>();
        all.forEach(node -> ofLayers.put(node.name(), weights.layer(node.name(), node.layer().className())));
        List<String> order = FunctionalNode.tensors(model.config().require("input_layers"));
        order.forEach(name -> input(find(all, name), all));
        for (FunctionalNode node : FunctionalNode.inOrder(all)) {
            if (!node.layer().className().equals("InputLayer")) {
                add(node, java.util.Objects.requireNonNull(ofLayers.get(node.name())));
            }
        }
        List<String> outputs = FunctionalNode.tensors(model.config().require("output_layers"));
        outputs.forEach(output -> KerasModel.noteMask(sample(output), assumptions));
        return isRow(outputs) ? row() : graph(outputs);
    }

    private static FunctionalNode find(List<FunctionalNode> all, String name) {
        return all.stream().filter(node -> node.name().equals(name)).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the model names a layer '" + name + "' that it has not"));
    }

    private void input(FunctionalNode node, List<FunctionalNode> all) {
        JsonValue shape = InputShape.of(node.layer());
        if (shape == null) {
            throw new IllegalArgumentException(node.layer().title() + " does not say what goes in");
        }
        boolean ofIndices = all.stream().anyMatch(reader -> reader.reads().contains(node.name())
                && reader.layer().className().equals("Embedding"));
        Sample sample = inputs.sample(node.name(), shape, ofIndices);
        String name = fresh(node.name());
        parts.add(new Part(name, InputShape.shape(sample, ofIndices)));
        givenBy.put(node.name(), name);
        samples.put(node.name(), sample);
    }

    private void add(FunctionalNode node, LayerWeights weights) {
        if (node.merges()) {
            merge(node);
            return;
        }
        if (node.reads().size() != 1) {
            throw new IllegalArgumentException(
                    node.layer().title() + " reads " + node.reads() + "; it can read one layer");
        }
        String read = node.reads().getFirst();
        Translated translated = LayerTranslation.translate(node.layer(), sample(read), weights);
        String before = given(read);
        for (ForeignLayer layer : translated.layers()) {
            String name = fresh(node.name());
            nodes.add(new LayerNode(name, layer.spec(), before));
            layer.weights().forEach((weight, origin) -> weightsByNode.put(name + "." + weight, origin));
            layers.add(layer);
            before = name;
        }
        givenBy.put(node.name(), before);
        samples.put(node.name(), translated.sample());
    }

    private void merge(FunctionalNode node) {
        if (node.reads().size() < 2) {
            throw new IllegalArgumentException(
                    node.layer().title() + " merges " + node.reads() + ", but takes two or more");
        }
        List<Sample> read = node.reads().stream().map(this::sample).toList();
        if (read.stream().anyMatch(Sample::masked)) {
            throw new IllegalArgumentException(
                    node.layer().title() + " merges masked steps, for which Keras has rules of its"
                            + " own; let the layers before return their last step alone, or leave out the mask");
        }
        String name = fresh(node.name());
        nodes.add(new GraphNode.MergeNode(name, node.merge(read.getFirst().rank()),
                node.reads().stream().map(this::given).toList()));
        Sample first = read.getFirst();
        givenBy.put(node.name(), name);
        samples.put(node.name(), node.layer().className().equals("Concatenate")
                ? first.withLast(Math.toIntExact(Math.min(Integer.MAX_VALUE,
                        read.stream().mapToLong(Sample::last).sum())))
                : first);
    }

    private String given(String node) {
        String name = givenBy.get(node);
        if (name == null) {
            throw new IllegalArgumentException("the model reads '" + node + "', which is no input and no layer of it");
        }
        return name;
    }

    private Sample sample(String node) {
        given(node);
        return java.util.Objects.requireNonNull(samples.get(node));
    }

    /// A name for a node of ours that begins as that of Keras does.
    private String fresh(String name) {
        String allowed = name.codePoints().map(letter -> Character.isLetterOrDigit(letter) ? letter : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        Set<String> used = new LinkedHashSet<>(parts.stream().map(Part::name).toList());
        nodes.forEach(node -> used.add(node.name()));
        String fresh = allowed;
        for (int count = 2; used.contains(fresh); count++) {
            fresh = allowed + "-" + count;
        }
        return fresh;
    }

    /// Whether each layer reads the one before and nothing else.
    private boolean isRow(List<String> outputs) {
        if (parts.size() != 1 || outputs.size() != 1) {
            return false;
        }
        String before = parts.getFirst().name();
        for (GraphNode node : nodes) {
            if (!(node instanceof LayerNode) || !node.reads().equals(List.of(before))) {
                return false;
            }
            before = node.name();
        }
        return given(outputs.getFirst()).equals(before);
    }

    private ForeignNetwork row() {
        return new ForeignNetwork(parts.getFirst().shape(), layers);
    }

    private ForeignNetwork graph(List<String> outputs) {
        GraphSpec spec = new GraphSpec(new Parts(parts), nodes, outputs.stream().map(this::given).toList());
        if (parts.size() > 1) {
            assumptions.add("The model has several inputs, which stand end to end in one array here, in the order "
                    + spec.inputs().names() + "; join them with Graph.of(network).inputs().");
        }
        return new ForeignNetwork(spec.inputs().shape(), List.of(new ForeignLayer("graph", spec, weightsByNode)));
    }
}
