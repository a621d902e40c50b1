package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final KerasModel models;
    private final InputShape inputs;
    private final List<String> assumptions;

    /// Of each node of Keras, the node of ours that gives what it gives.
    private final Map<String, String> givenBy = new LinkedHashMap<>();
    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<GraphNode> nodes = new ArrayList<>();
    private final List<ForeignLayer> layers = new ArrayList<>();
    private final Map<String, ForeignWeight> weightsByNode = new LinkedHashMap<>();

    /// @param models translates models within this one
    FunctionalModel(KerasModel models, InputShape inputs, List<String> assumptions) {
        this.models = models;
        this.inputs = inputs;
        this.assumptions = assumptions;
    }

    /// @throws IllegalArgumentException when something is not understood; the message names the layer and its setting
    ForeignNetwork translate(KerasLayer model, ModelWeights weights) {
        List<FunctionalNode> all = FunctionalNode.all(model);
        FunctionalNode.tensors(model.config().require("input_layers")).forEach(name -> {
            FunctionalNode node = find(all, name);
            input(node, all, inputs.sample(name, shape(node), ofIndices(node, all)));
        });
        List<String> outputs = layers(model, all, weights, 0);
        outputs.forEach(output -> KerasModel.noteMask(sample(output), assumptions));
        return isRow(outputs) ? row() : graph(outputs);
    }

    /// The same of a model that is a layer of another.
    Translated inner(KerasLayer model, Sample in, ModelWeights weights, int depth) {
        List<FunctionalNode> all = FunctionalNode.all(model);
        List<String> read = FunctionalNode.tensors(model.config().require("input_layers"));
        if (read.size() != 1) {
            throw new IllegalArgumentException(model.title() + " is a model within a model that has " + read.size()
                    + " inputs; it can have one");
        }
        input(find(all, read.getFirst()), all, in);
        List<String> outputs = layers(model, all, weights, depth);
        if (outputs.size() != 1) {
            throw new IllegalArgumentException(model.title() + " is a model within a model that has " + outputs.size()
                    + " outputs; it can have one");
        }
        boolean row = isRow(outputs);
        if (in.masked() && !row) {
            throw new IllegalArgumentException(model.title() + " is a model within a model that gets masked steps and"
                    + " whose layers are in no row, which is not read");
        }
        return new Translated(row ? layers : graph(outputs).layers(), sample(outputs.getFirst()));
    }

    /// @return the nodes that go out
    private List<String> layers(KerasLayer model, List<FunctionalNode> all, ModelWeights weights, int depth) {
        Map<String, Translation> translations = new LinkedHashMap<>();
        all.forEach(node -> translations.put(node.name(), translation(node.layer(), weights, depth)));
        for (FunctionalNode node : FunctionalNode.inOrder(all)) {
            if (!node.layer().className().equals("InputLayer")) {
                add(node, Objects.requireNonNull(translations.get(node.name())));
            }
        }
        return FunctionalNode.tensors(model.config().require("output_layers"));
    }

    /// What turns a layer into ours, with the weights that come next in the file.
    private Translation translation(KerasLayer layer, ModelWeights weights, int depth) {
        if (KerasModel.isModel(layer)) {
            ModelWeights ofModel = weights.model(layer.name(), layer.className());
            return sample -> models.inner(layer, sample, ofModel, depth + 1);
        }
        LayerWeights ofLayer = weights.layer(layer.name(), layer.className());
        return sample -> LayerTranslation.translate(layer, sample, ofLayer);
    }

    private static FunctionalNode find(List<FunctionalNode> all, String name) {
        return all.stream().filter(node -> node.name().equals(name)).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the model names a layer '" + name + "' that it has not"));
    }

    private static JsonValue shape(FunctionalNode input) {
        JsonValue shape = InputShape.of(input.layer());
        if (shape == null) {
            throw new IllegalArgumentException(input.layer().title() + " does not say what goes in");
        }
        return shape;
    }

    private static boolean ofIndices(FunctionalNode input, List<FunctionalNode> all) {
        return all.stream().anyMatch(reader -> reader.reads().contains(input.name())
                && reader.layer().className().equals("Embedding"));
    }

    private void input(FunctionalNode node, List<FunctionalNode> all, Sample sample) {
        String name = fresh(node.name());
        parts.add(new Part(name, InputShape.shape(sample, ofIndices(node, all))));
        givenBy.put(node.name(), name);
        samples.put(node.name(), sample);
    }

    private void add(FunctionalNode node, Translation translation) {
        if (node.merges()) {
            merge(node);
            return;
        }
        if (node.reads().size() != 1) {
            throw new IllegalArgumentException(node.layer().title() + " reads several layers, " + node.reads()
                    + "; Concatenate, Add, Subtract, Multiply, Average, Maximum and Minimum can do so alone");
        }
        String read = node.reads().getFirst();
        Translated translated = translation.of(sample(read));
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
        return Objects.requireNonNull(samples.get(node));
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

    /// Turns a layer into ours.
    private interface Translation {
        /// @param sample that goes in
        Translated of(Sample sample);
    }
}
