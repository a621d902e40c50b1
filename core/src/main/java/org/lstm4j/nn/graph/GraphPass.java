package org.lstm4j.nn.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ShapeCheck;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.GraphNode.MergeNode;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A graph at work: its nodes run in their order, and backwards in the reverse one, so that a node has all of its gradient before it
/// hands it on.
final class GraphPass implements LayerPass {

    private final Graph graph;
    private final Shape inputShape;
    private final PassMode mode;
    private final JoinedFlows inputs;
    private final JoinedFlows outputs;
    /// Of inputs and nodes, in order.
    private final List<Flow> flows;
    private final List<NodePass> nodes;

    GraphPass(Graph graph, Shape batchShape, PassMode mode, Compute compute) {
        this.graph = graph;
        this.inputShape = batchShape;
        this.mode = mode;
        int batch = batchShape.size(0);
        Map<String, Flow> made = new LinkedHashMap<>();
        Map<String, Shape> shapes = graph.shapes(batchShape.withoutBatch());
        graph.spec().inputs().names().forEach(name -> made.put(name,
                new Flow(of(shapes, name).withBatch(batch), mode.givesInputGradient())));
        List<NodePass> passes = new ArrayList<>();
        for (GraphNode node : graph.spec().nodes()) {
            List<Flow> from = node.reads().stream().map(name -> of(made, name)).toList();
            Flow to = new Flow(of(shapes, node.name()).withBatch(batch), learns(node, from));
            made.put(node.name(), to);
            passes.add(switch (node) {
                case LayerNode layer -> layerPass(layer, from.getFirst(), to, compute);
                case MergeNode merge -> new MergeNodePass(merge.merge(), from, to);
            });
        }
        nodes = List.copyOf(passes);
        flows = List.copyOf(made.values());
        inputs = new JoinedFlows(graph.spec().inputs().names(), made);
        outputs = new JoinedFlows(graph.spec().outputs(), made);
    }

    private static <T> T of(Map<String, T> byName, String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    /// Whether the gradient of what a node gives is wanted: by its parameters, or by what it reads.
    private boolean learns(GraphNode node, List<Flow> from) {
        boolean hasParameters = node instanceof LayerNode && !graph.layer(node.name()).parameters().isEmpty();
        return mode.runsBackward() && (hasParameters || from.stream().anyMatch(Flow::learns));
    }

    private NodePass layerPass(LayerNode node, Flow from, Flow to, Compute compute) {
        Layer layer = graph.layer(node.name());
        PassMode ofLayer = mode == PassMode.TRAINING_ON_DATA && from.learns() ? PassMode.TRAINING : mode;
        return new LayerNodePass(layer.newPass(from.shape(), ofLayer, compute), from, to);
    }

    @Override
    public Tensor forward(Tensor input) {
        return run(input, null);
    }

    /// @param mask of the steps of a single input
    @Override
    public Tensor forward(Tensor input, StepMask mask) {
        return run(input, mask);
    }

    private Tensor run(Tensor input, @Nullable StepMask mask) {
        ShapeCheck.require(graph, "input", inputShape, input);
        inputs.takeValues(input, mask);
        for (int place = 0; place < nodes.size(); place++) {
            nodes.get(place).forward();
        }
        outputs.requireNoMaskToBeLost(graph.name());
        return outputs.joinValues();
    }

    /// The mask of a single output.
    @Override
    public @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        return outputs.mask();
    }

    @Override
    public void resetState() {
        for (int place = 0; place < nodes.size(); place++) {
            nodes.get(place).resetState();
        }
    }

    /// The passes of its layers.
    @Override
    public List<LayerPass> inner() {
        return nodes.stream()
                .filter(LayerNodePass.class::isInstance)
                .map(node -> ((LayerNodePass) node).pass())
                .toList();
    }

    @Override
    public double penalty() {
        double penalty = 0;
        for (int place = 0; place < nodes.size(); place++) {
            penalty += nodes.get(place).penalty();
        }
        return penalty;
    }

    @Override
    public void backward(Tensor outputGradient) {
        backward(outputGradient, 1f);
    }

    @Override
    public void backward(Tensor outputGradient, float share) {
        if (!mode.runsBackward()) {
            throw new IllegalStateException("layer \"" + graph.name()
                    + "\" can run backward only in a training mode; its mode is " + mode);
        }
        ShapeCheck.require(graph, "output gradient", outputs.shape(), outputGradient);
        for (int place = 0; place < flows.size(); place++) {
            flows.get(place).clearGradient();
        }
        outputs.takeGradients(outputGradient);
        for (int place = nodes.size() - 1; place >= 0; place--) {
            nodes.get(place).backward(share);
        }
    }

    @Override
    public Tensor inputGradient() {
        if (!mode.givesInputGradient()) {
            throw new IllegalStateException("layer \"" + graph.name() + "\" runs in mode " + mode
                    + ", which computes no input gradient; make the pass with PassMode.TRAINING");
        }
        return inputs.joinGradients();
    }
}
