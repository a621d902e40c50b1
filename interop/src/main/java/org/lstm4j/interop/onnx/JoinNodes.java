package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.onnx.Value.Sizes;
import org.lstm4j.interop.onnx.Value.Stacked;
import org.lstm4j.interop.tensor.StoredTensor;

/// Concat: two directions side by side, states of layers in a list, sizes made into a shape.
final class JoinNodes {

    private JoinNodes() {}

    static Value concat(NodeReading node) {
        long axis = node.whole("axis", 0);
        List<Value> values = new ArrayList<>();
        for (int input = 0; input < node.inputs(); input++) {
            values.add(node.value(input));
        }
        if (values.isEmpty()) {
            throw node.refuse("it has no input", "at least one", "none", "export the model again");
        }
        if (values.stream().allMatch(value -> Values.sizes(value) != null)) {
            return new Sizes(values.stream().flatMap(value -> items(value).stream()).toList(), false);
        }
        if (values.stream().allMatch(JoinNodes::isZero)) {
            return Value.Zeros.OF_ANY_SHAPE;
        }
        if (values.stream().allMatch(Value.Constant.class::isInstance)) {
            return constants(node, values, axis);
        }
        return values.size() == 1 ? values.getFirst() : flows(node, values, axis);
    }

    private static List<Extent> items(Value value) {
        Sizes sizes = Objects.requireNonNull(Values.sizes(value));
        return sizes.items();
    }

    private static boolean isZero(Value value) {
        return value instanceof Value.Zeros
                || (value instanceof Value.Constant constant && Values.isZero(constant.tensor()));
    }

    private static Value constants(NodeReading node, List<Value> values, long axis) {
        List<StoredTensor> tensors = new ArrayList<>();
        for (int input = 0; input < values.size(); input++) {
            tensors.add(node.constant(input, "its input"));
        }
        return new Value.Constant(
                node.folding().concat(tensors, node.axis(axis, tensors.getFirst().shape().size())));
    }

    private static Value flows(NodeReading node, List<Value> values, long axis) {
        int rank = values.getFirst() instanceof Stacked stacked
                ? stacked.entries().getFirst().rank() + 1
                : node.flow(0).rank();
        int place = node.axis(axis, rank);
        Value states = stacked(values, place);
        if (states != null) {
            return states;
        }
        Flow joined = values.size() == 2 ? joined(node.flow(0), node.flow(1), place) : null;
        if (joined == null) {
            throw node.refuse("it puts together what no layer of ours does", "the two directions of one layer", "",
                    "only layers in a row can be read");
        }
        return joined;
    }

    /// States along an axis that counts nothing, or directions; null where it counts something else.
    private static @Nullable Value stacked(List<Value> values, int place) {
        List<Flow> entries = new ArrayList<>();
        for (Value value : values) {
            switch (value) {
                case Stacked stacked when stacked.axis() == place -> entries.addAll(stacked.entries());
                case Flow flow when place < flow.rank() && flow.axes().get(place).isEmpty() ->
                    entries.add(without(flow, place));
                case Flow flow when place < flow.rank() && flow.axes().get(place).size() == 1
                        && flow.axes().get(place).getFirst().is(Atom.Role.DIRECTIONS) -> {
                    entries.add(without(Settling.direction(flow, 0), place));
                    entries.add(without(Settling.direction(flow, 1), place));
                }
                case Value _ -> {
                    return null;
                }
            }
        }
        return stacked(place, entries);
    }

    /// Along an axis of their own: one alone, the two directions of a layer, or a list.
    static Value stacked(int place, List<Flow> entries) {
        if (entries.size() == 1) {
            return ChoiceNodes.withAxis(entries.getFirst(), place);
        }
        Flow both = directions(entries, place);
        return both == null ? new Stacked(place, entries) : both;
    }

    /// A list of states as a list of pairs, the two directions of each layer; null where they are not.
    static @Nullable Value paired(Stacked stacked) {
        List<Flow> pairs = new ArrayList<>();
        for (int place = 0; place + 1 < stacked.entries().size(); place += 2) {
            Flow pair = directions(stacked.entries().subList(place, place + 2), stacked.axis());
            if (pair == null) {
                return null;
            }
            pairs.add(pair);
        }
        boolean all = 2 * pairs.size() == stacked.entries().size();
        return all ? new Stacked(stacked.axis(), pairs) : null;
    }

    /// Two directions over the same data along an axis of their own; null for anything else.
    private static @Nullable Flow directions(List<Flow> entries, int place) {
        Flow joined = entries.size() == 2
                ? joined(entries.getFirst(), entries.getLast(), entries.getFirst().rank() - 1)
                : null;
        if (joined == null || joined.axes().getLast().size() != 2) {
            return null;
        }
        List<List<Atom>> axes = new ArrayList<>(entries.getFirst().axes());
        axes.add(place, List.of(joined.axes().getLast().getFirst()));
        return joined.withAxes(axes);
    }

    private static Flow without(Flow flow, int place) {
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.remove(place);
        return flow.withAxes(axes);
    }

    /// Two directions over the same data, their features one after the other; null for anything else.
    static @Nullable Flow joined(Flow one, Flow other, int place) {
        Recurrence forward = one.pending();
        Recurrence backward = other.pending();
        if (forward == null || backward == null || !forward.joins(backward) || !alike(one, other)
                || place >= one.rank() || one.axes().get(place).size() != 1) {
            return null;
        }
        Atom features = one.axes().get(place).getFirst();
        Atom others = other.axes().get(place).getFirst();
        if (!features.is(Atom.Role.FEATURES)) {
            return null;
        }
        List<List<Atom>> axes = new ArrayList<>(one.axes());
        axes.set(place, features.equals(others)
                ? List.of(new Atom(Atom.Role.DIRECTIONS, Extent.of(2)), features)
                : List.of(new Atom(Atom.Role.FEATURES, Extent.of(features.size().factor() + others.size().factor()))));
        return new Flow(one.chain(), forward.join(backward), axes, one.reversed());
    }

    /// The same layers before, and the same order of axes.
    static boolean alike(Flow one, Flow other) {
        boolean sameOrder = one.rank() == other.rank() && one.reversed() == other.reversed();
        for (int axis = 0; sameOrder && axis < one.rank(); axis++) {
            sameOrder = roles(one.axes().get(axis)).equals(roles(other.axes().get(axis)));
        }
        return sameOrder && Chain.isSame(one.chain(), other.chain());
    }

    private static List<Atom.Role> roles(List<Atom> axis) {
        return axis.stream().map(Atom::role).toList();
    }
}
