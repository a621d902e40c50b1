package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.recurrent.MergeMode;

/// Makes layers of what nodes have left open: what is used of a recurrent layer, and whether steps and features were put in one row.
final class Settling {

    private Settling() {}

    /// The data with nothing pending and no axis of steps and features together.
    static Flow settle(NodeReading node, Flow flow) {
        return flattened(node, flow.pending() == null ? flow : withLayer(node, flow, flow.pending()));
    }

    private static Flow withLayer(NodeReading node, Flow flow, Recurrence pending) {
        if (pending.parts().size() == 1) {
            boolean turns = pending.parts().getFirst().backwards() && pending.steps() == Recurrence.Steps.EVERY;
            return step(node, new Flow(flow.chain().with(pending, pending.single()), null, flow.axes(),
                    flow.reversed() != turns), pending);
        }
        List<List<Atom>> axes = new ArrayList<>();
        for (List<Atom> axis : flow.axes()) {
            axes.add(joined(axis));
        }
        if (axes.stream().flatMap(List::stream).anyMatch(atom -> atom.is(Atom.Role.DIRECTIONS))) {
            throw node.refuse("the directions of " + pending.name() + " are neither put side by side nor chosen from",
                    "forward features, then backward ones", Values.text(flow.axes()),
                    "let the model concatenate, add or multiply them");
        }
        return merged(node, flow.withAxes(axes), MergeMode.CONCATENATE);
    }

    /// Directions beside their features are features of both.
    private static List<Atom> joined(List<Atom> axis) {
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : axis) {
            boolean beside = !atoms.isEmpty() && atoms.getLast().is(Atom.Role.DIRECTIONS)
                    && atom.is(Atom.Role.FEATURES);
            if (beside) {
                atoms.removeLast();
                atoms.add(new Atom(Atom.Role.FEATURES, atom.size().times(Extent.of(2))));
            } else {
                atoms.add(atom);
            }
        }
        return atoms;
    }

    /// The data after both directions became one.
    ///
    /// @param flow with axes that have no directions
    static Flow merged(NodeReading node, Flow flow, MergeMode merge) {
        Recurrence pending = Objects.requireNonNull(flow.pending());
        if (pending.parts().getFirst().backwards() || !pending.parts().getLast().backwards()) {
            throw node.refuse("the directions of " + pending.name() + " stand in another order",
                    "forward, then backward", "backward first", "export the model with steps in their order");
        }
        try {
            return step(node, new Flow(flow.chain().with(List.of(pending, merge), pending.merged(merge)), null,
                    flow.axes(), flow.reversed()), pending);
        } catch (IllegalArgumentException e) {
            throw node.refuse("its directions do not go together: " + e.getMessage(), "", "", "export it again");
        }
    }

    /// The step of a layer's output that was chosen before the layer was known.
    private static Flow step(NodeReading node, Flow flow, Recurrence pending) {
        return switch (pending.steps()) {
            case EVERY, END -> flow;
            case LAST -> {
                if (pending.parts().size() == 1 && pending.parts().getFirst().backwards()) {
                    throw refusal(node, pending, "the last one of a layer that goes backwards");
                }
                yield flow.with(ForeignLayer.of(node.layerName(), new LastStepSpec()));
            }
            case FIRST -> throw refusal(node, pending, "the first one");
        };
    }

    private static org.lstm4j.ModelFileException refusal(NodeReading node, Recurrence pending, String step) {
        return node.refuse("of " + pending.name() + " a step is used that has not seen the others", "the last step",
                step, "let the model use the last step");
    }

    private static Flow flattened(NodeReading node, Flow flow) {
        for (int place = 0; place < flow.rank(); place++) {
            List<Atom> axis = flow.axes().get(place);
            if (axis.size() == 2 && axis.getLast().is(Atom.Role.FEATURES)) {
                node.axes().decide();
            }
            if (axis.size() == 2 && axis.getLast().is(Atom.Role.FEATURES) && node.axes().isSteps(axis.getFirst())) {
                return flattened(node, flow, place);
            }
        }
        return flow;
    }

    private static Flow flattened(NodeReading node, Flow flow, int place) {
        Extent size = node.axes().known(flow.size(place));
        if (!size.isNumber()) {
            throw node.refuse(
                    "steps and features are put in one row, but the file does not say how many steps there are",
                    "a number of steps", size.toString(), "say the lookback");
        }
        if (flow.reversed()) {
            throw node.refuse("steps and features are put in one row in the reverse order of steps", "", "",
                    "turn them round in the model");
        }
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.set(place, List.of(Atom.features(size.factor())));
        return new Flow(flow.chain().with(ForeignLayer.of(node.layerName(), new FlattenSpec())), null, axes, false);
    }

    /// One of the two directions of what is pending.
    static Flow direction(Flow flow, int direction) {
        Recurrence pending = Objects.requireNonNull(flow.pending());
        List<List<Atom>> axes = new ArrayList<>();
        for (List<Atom> axis : flow.axes()) {
            axes.add(axis.stream().filter(atom -> !atom.is(Atom.Role.DIRECTIONS)).toList());
        }
        return new Flow(flow.chain(), pending.only(direction), axes, flow.reversed());
    }

    /// The data of one step alone: the last of the graph's axis, or the first.
    ///
    /// @param place of the steps among the axes, which then counts nothing
    static Flow oneStep(NodeReading node, Flow flow, int place, boolean last) {
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.set(place, List.of());
        Recurrence pending = flow.pending();
        if (pending != null) {
            return new Flow(flow.chain(), pending.at(last != flow.reversed()), axes, false);
        }
        if (last == flow.reversed()) {
            throw node.refuse("it takes the first step of the data", "the last one", "the first",
                    "let the model use the last step");
        }
        ForeignLayer layer = ForeignLayer.of(node.layerName(), new LastStepSpec());
        return new Flow(flow.chain().with(layer), null, axes, false);
    }
}
