package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignNetwork;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Goes through the nodes of a graph in their order and finds the layers that they are.
final class GraphReading {

    private static final long OLDEST = 7;
    private static final long NEWEST = 28;

    private final OnnxModel model;
    private final FileFaults faults;
    private final Folding folding;
    private final InputAxes axes;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> assumptions = new LinkedHashSet<>();
    private final GraphInput input;

    /// @param bytes of the file, which limit what is computed of its constants
    GraphReading(OnnxModel model, ImportOptions options, FileFaults faults, long bytes) {
        this.model = model;
        this.faults = faults;
        folding = new Folding(faults, bytes);
        input = GraphInput.of(model, faults);
        axes = input.axes(options.lookback());
        values.put(input.name(), input.value());
        for (OnnxValue other : model.openInputs()) {
            values.putIfAbsent(other.name(), new Value.Given(other.name()));
        }
    }

    /// The layers between the first input and the first output.
    ForeignNetwork network() {
        requireOperatorSet();
        if (model.outputs().isEmpty()) {
            throw faults.damaged("the graph has no output");
        }
        Set<String> needed = Needed.values(model, model.outputs().getFirst().name());
        for (OnnxNode node : model.nodes()) {
            if (node.outputs().stream().anyMatch(needed::contains)) {
                read(node);
            }
        }
        model.outputs().stream().skip(1).forEach(output -> assume("the output " + Quoted.of(output.name())
                + " of the model is left out; the network gives the first one, "
                + Quoted.of(model.outputs().getFirst().name())));
        return network(output());
    }

    private ForeignNetwork network(Flow last) {
        List<ForeignLayer> layers = Tidying.tidy(last.chain().layers());
        if (layers.isEmpty()) {
            throw faults.unusable("the model has no layer between its input and its output", "at least one", "none",
                    "check that it is the right file");
        }
        return new ForeignNetwork(sample(), layers);
    }

    /// The shape of a sample. Recurrent layers take any number of steps; 1 stands for one that nobody has said.
    private Shape sample() {
        axes.decide();
        if (axes.stepsFirst()) {
            assume("the model takes steps before samples; the network made of it takes [samples, steps, features]");
        }
        int steps = Math.toIntExact(Math.max(1, Math.min(axes.steps(), Integer.MAX_VALUE)));
        return switch (input.kind()) {
            case SEQUENCES -> Shape.sequence(steps, input.features());
            case VECTORS -> Shape.vector(input.features());
            case INDICES -> Shape.of(Axis.steps(steps));
        };
    }

    private Flow output() {
        String name = model.outputs().getFirst().name();
        OnnxNode output = new OnnxNode(name, "output of the model", "", List.of(name), List.of(), Map.of());
        NodeReading reading = new NodeReading(output, this);
        Flow settled = reading.settled(0);
        axes.decide();
        List<List<Atom>> counted = settled.axes().stream().filter(axis -> !axis.isEmpty()).toList();
        boolean apart = counted.stream().allMatch(axis -> axis.size() == 1);
        boolean batch = !counted.isEmpty() && counted.stream().flatMap(List::stream).anyMatch(axes::isBatch);
        boolean featuresLast = counted.stream().limit(Math.max(0, counted.size() - 1)).flatMap(List::stream)
                .noneMatch(atom -> atom.is(Atom.Role.FEATURES));
        if (!apart || !batch || !featuresLast || settled.reversed()) {
            throw reading.refuse("its axes are in an order that no network of ours gives",
                    "samples, steps if there are, features", Values.text(settled.axes())
                            + (settled.reversed() ? ", steps in reverse" : ""),
                    "export the model without the last nodes");
        }
        noteAxes(settled, counted);
        return settled;
    }

    private void noteAxes(Flow settled, List<List<Atom>> counted) {
        if (counted.size() != settled.rank()) {
            assume("the output of the model has axes of size 1, which that of the network has not");
        }
        if (!axes.isBatch(counted.getFirst().getFirst())) {
            assume("the output of the model has steps before samples; that of the network has samples first");
        }
        if (counted.stream().flatMap(List::stream).noneMatch(atom -> atom.is(Atom.Role.FEATURES))) {
            assume("the output of the model has no axis for its one feature; that of the network has");
        }
    }

    private void read(OnnxNode node) {
        NodeReading reading = new NodeReading(node, this);
        if (!node.domain().isEmpty() && !node.domain().equals("ai.onnx")) {
            throw reading.refuse("it is no operator of ONNX itself", "the domain ai.onnx", Quoted.of(node.domain()),
                    "export the model with ONNX' own operators");
        }
        List<Value> results = result(reading);
        reading.requireAllTaken();
        for (int output = 0; output < Math.min(results.size(), node.outputs().size()); output++) {
            String name = node.outputs().get(output);
            if (!name.isEmpty() && (values.put(name, results.get(output)) != null
                    || model.initializers().containsKey(name))) {
                throw reading.refuse("two nodes give the value " + Quoted.of(name), "", "", "export the model again");
            }
        }
    }

    private static List<Value> result(NodeReading reading) {
        try {
            return Nodes.read(reading);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw reading.refuse("it cannot be read: " + e.getMessage(), "", "", "export the model again");
        }
    }

    private void requireOperatorSet() {
        long version = operatorSet();
        if (version < OLDEST || version > NEWEST) {
            throw faults.unusable("the model was written for an operator set that is not known",
                    OLDEST + " to " + NEWEST, Long.toString(version), "export it with opset_version=17");
        }
    }

    long operatorSet() {
        return model.operatorSets().getOrDefault("", 0L);
    }

    InputAxes axes() {
        return axes;
    }

    Folding folding() {
        return folding;
    }

    FileFaults faults() {
        return faults;
    }

    void assume(String sentence) {
        assumptions.add(sentence);
    }

    List<String> assumptions() {
        return new ArrayList<>(assumptions);
    }

    /// What a node's input is.
    Value value(OnnxNode node, String name) {
        Value value = values.get(name);
        if (value != null) {
            return value;
        }
        var initializer = model.initializers().get(name);
        if (initializer == null) {
            throw faults.damaged(node + ": nothing before it gives its input " + Quoted.of(name),
                    "nodes in an order in which they can be computed", "a value that comes later, or not at all");
        }
        return new Value.Constant(initializer);
    }

    /// Keeps what became of a value, so that all who use it see the same layer.
    void replace(String name, Flow settled) {
        values.put(name, settled);
    }
}
