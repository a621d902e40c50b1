package org.lstm4j.nn.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.graph.Parts.Part;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Flows that stand end to end for whoever sees the graph as one layer. A single one is handed through as it is, mask included;
/// several are copied.
final class JoinedFlows {

    private final List<Flow> flows;
    private final Parts parts;
    private final Shape shape;
    /// What is joined, or the parts of what comes joined: made for several flows only.
    private final Tensor joined;
    private final Tensor[] apart;

    JoinedFlows(List<String> names, Map<String, Flow> byName) {
        flows = names.stream().map(name -> Objects.requireNonNull(byName.get(name))).toList();
        parts = new Parts(names.stream().map(name -> new Part(name, sampleOf(byName, name))).toList());
        shape = parts.shape().withBatch(flows.getFirst().shape().size(0));
        joined = Tensor.zeros(isSingle() ? Shape.vector(0) : shape);
        apart = new Tensor[isSingle() ? 0 : flows.size()];
        for (int place = 0; place < apart.length; place++) {
            apart[place] = Tensor.zeros(flows.get(place).shape());
        }
    }

    private static Shape sampleOf(Map<String, Flow> byName, String name) {
        return Objects.requireNonNull(byName.get(name)).shape().withoutBatch();
    }

    private boolean isSingle() {
        return flows.size() == 1;
    }

    /// `[batch, …]`
    Shape shape() {
        return shape;
    }

    /// Hands what came in to the flows.
    ///
    /// @param mask of its steps; only of a single flow, since several have none in common
    void takeValues(Tensor input, @Nullable StepMask mask) {
        if (isSingle()) {
            flows.getFirst().set(input, mask);
            return;
        }
        for (int place = 0; place < apart.length; place++) {
            parts.take(place, input, apart[place]);
            flows.get(place).set(apart[place], null);
        }
    }

    Tensor joinValues() {
        if (isSingle()) {
            return flows.getFirst().value();
        }
        for (int place = 0; place < flows.size(); place++) {
            parts.put(place, flows.get(place).value(), joined);
        }
        return joined;
    }

    /// Adds the gradient of what was joined to those of the flows.
    void takeGradients(Tensor gradient) {
        if (isSingle()) {
            flows.getFirst().addGradient(gradient);
            return;
        }
        for (int place = 0; place < apart.length; place++) {
            parts.take(place, gradient, apart[place]);
            flows.get(place).addGradient(apart[place]);
        }
    }

    Tensor joinGradients() {
        if (isSingle()) {
            return gradient(flows.getFirst());
        }
        for (int place = 0; place < flows.size(); place++) {
            parts.put(place, gradient(flows.get(place)), joined);
        }
        return joined;
    }

    private static Tensor gradient(Flow flow) {
        return Objects.requireNonNull(flow.gradient());
    }

    @Nullable
    StepMask mask() {
        return isSingle() ? flows.getFirst().mask() : null;
    }

    /// @throws IllegalArgumentException when one of several has a mask
    void requireNoMaskToBeLost(String layer) {
        for (int place = 0; place < apart.length; place++) {
            if (flows.get(place).mask() != null) {
                throw new IllegalArgumentException("output \"" + parts.parts().get(place).name() + "\" of layer \""
                        + layer + "\" has steps that do not count, but several outputs stand end to end without an"
                        + " axis of steps, so that the loss would count them; let the graph give this output alone"
                        + " (merged with the other sequences, if there are any), or make a vector of it with"
                        + " LastStepSpec or a recurrent layer that returns its last step");
            }
        }
    }
}
