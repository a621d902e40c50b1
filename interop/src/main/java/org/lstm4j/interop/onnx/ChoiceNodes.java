package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.onnx.Value.Sizes;
import org.lstm4j.interop.onnx.Value.Stacked;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.EmbeddingSpec;

/// Nodes that choose a part of an axis: the last step, a direction, a layer's state.
final class ChoiceNodes {

    private ChoiceNodes() {}

    static Value slice(NodeReading node) {
        long[] starts = required(node, "starts", 1);
        long[] ends = required(node, "ends", 2);
        long[] axes = node.wholesOrInput("axes", 3);
        long[] steps = node.has(4) ? node.numbers(4, "steps") : null;
        if (starts.length != ends.length || (axes != null && axes.length != starts.length)
                || (steps != null && steps.length != starts.length)) {
            throw node.refuse("its settings are of different lengths", "as many starts, ends, axes and steps", "",
                    "export the model again");
        }
        Value value = node.value(0);
        for (int place = 0; place < starts.length; place++) {
            value = slice(node, value, new Cut(axes == null ? place : axes[place], starts[place], ends[place],
                    steps == null ? 1 : steps[place]));
        }
        return value;
    }

    private static long[] required(NodeReading node, String name, int input) {
        long[] given = node.wholesOrInput(name, input);
        if (given == null) {
            throw node.refuse(name + " are missing", "", "", "export the model again");
        }
        return given;
    }

    private static Value slice(NodeReading node, Value value, Cut cut) {
        return switch (value) {
            case Value.Zeros zeros -> cut.axis() == 0 ? zeros : Value.Zeros.OF_ANY_SHAPE; // of fewer layers
            case Sizes sizes -> slice(node, sizes, cut);
            case Value.Constant constant -> new Value.Constant(slice(node, constant.tensor(), cut));
            case Stacked stacked -> slice(node, stacked, cut);
            case Flow flow -> slice(node, flow, cut);
            case Value _ -> node.flow(0); // which says why not
        };
    }

    private static Sizes slice(NodeReading node, Sizes sizes, Cut cut) {
        requireForwards(node, cut);
        int from = (int) cut.from(sizes.items().size());
        int to = (int) Math.max(from, cut.to(sizes.items().size()));
        return new Sizes(sizes.items().subList(from, to), false);
    }

    private static StoredTensor slice(NodeReading node, StoredTensor tensor, Cut cut) {
        requireForwards(node, cut);
        int axis = node.axis(cut.axis, tensor.shape().size());
        long size = tensor.shape().get(axis);
        long from = cut.from(size);
        return node.folding().slice(tensor, axis, from, Math.max(0, cut.to(size) - from));
    }

    /// One entry, whose axis stays with size 1.
    private static Value slice(NodeReading node, Stacked stacked, Cut cut) {
        requireForwards(node, cut);
        int count = stacked.entries().size();
        int from = (int) cut.from(count);
        List<Flow> entries = stacked.entries().subList(from, (int) Math.max(from, cut.to(count)));
        if (cut.axis != stacked.axis() || entries.isEmpty()) {
            throw node.refuse("it takes apart the states of several layers", "those of one layer", "", "use the last");
        }
        return JoinNodes.stacked(stacked.axis(), entries);
    }

    static Flow withAxis(Flow flow, int place) {
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.add(place, List.of());
        return flow.withAxes(axes);
    }

    private static void requireForwards(NodeReading node, Cut cut) {
        if (cut.step != 1) {
            throw node.refuse("it leaves out or turns round what it takes a part of", "step 1",
                    Long.toString(cut.step), "export the model without");
        }
    }

    private static Value slice(NodeReading node, Flow flow, Cut cut) {
        int place = node.axis(cut.axis, flow.rank());
        Extent size = node.axes().known(flow.size(place));
        long known = size.isNumber() ? size.factor() : Cut.UNKNOWN;
        if (cut.isAll(known)) {
            return flow;
        }
        if (cut.turns(known) && isSteps(node, flow, place)) {
            return new Flow(flow.chain(), flow.pending(), flow.axes(), !flow.reversed());
        }
        requireForwards(node, cut);
        if (isSteps(node, flow, place) && (cut.isLast(known) || cut.isFirst())) {
            return Settling.oneStep(node, flow, place, cut.isLast(known));
        }
        return half(flow, place, cut, known)
                .orElseThrow(() -> node.refuse("it takes a part that no layer of ours takes",
                        "the last step, or one direction", cut + " of " + Values.text(List.of(flow.axes().get(place))),
                        "leave it out of the model; layers that an exporter unrolled step by step are read from a .keras"
                                + " file or a state_dict"));
    }

    /// The features of one direction, or the direction alone.
    private static Optional<Value> half(Flow flow, int place, Cut cut, long size) {
        List<Atom> axis = flow.axes().get(place);
        boolean hasDirections = !axis.isEmpty() && axis.getFirst().is(Atom.Role.DIRECTIONS) && size > 0;
        if (!hasDirections || flow.pending() == null || flow.pending().parts().size() != 2) {
            return Optional.empty();
        }
        long half = size / 2;
        long from = cut.from(size);
        boolean whole = (from == 0 || from == half) && cut.to(size) == from + half;
        return whole ? Optional.of(Settling.direction(flow, from == 0 ? 0 : 1)) : Optional.empty();
    }

    private static boolean isSteps(NodeReading node, Flow flow, int place) {
        List<Atom> axis = flow.axes().get(place);
        return axis.size() == 1 && node.axes().isSteps(axis.getFirst());
    }

    static Value gather(NodeReading node) {
        long axis = node.whole("axis", 0);
        if (node.value(1) instanceof Value.Indices indices && node.value(0) instanceof Value.Constant table) {
            return embedding(node, table.tensor(), indices.flow(), axis);
        }
        if (node.value(0) instanceof Value.Zeros) {
            return Value.Zeros.OF_ANY_SHAPE;
        }
        Sizes indices = node.sizes(1, "the places");
        long[] places = node.numbers(1, "the places");
        return switch (node.value(0)) {
            case Stacked stacked when axis == stacked.axis() && places.length == 1 -> {
                Flow entry = stacked.entries().get(node.axis(places[0], stacked.entries().size()));
                yield indices.scalar() ? entry : withAxis(entry, stacked.axis());
            }
            case Flow flow -> gather(node, flow, node.axis(axis, flow.rank()), places, indices.scalar());
            case Value value -> {
                Sizes sizes = Values.sizes(value);
                if (sizes == null) {
                    throw node.refuse("it chooses from what no layer of ours gives", "the data, or a shape",
                            Values.kind(value), "leave it out of the model");
                }
                yield new Sizes(Arrays.stream(places)
                        .mapToObj(place -> sizes.items().get(node.axis(place, sizes.items().size()))).toList(),
                        indices.scalar());
            }
        };
    }

    private static Value gather(NodeReading node, Flow flow, int place, long[] places, boolean scalar) {
        if (places.length != 1) {
            throw node.refuse("it chooses several places", "one", Arrays.toString(places), "leave it out of the model");
        }
        boolean single = flow.axes().get(place).isEmpty();
        Value chosen = single && (places[0] == 0 || places[0] == -1)
                ? flow
                : slice(node, flow, Cut.of(place, places[0]));
        return scalar && chosen instanceof Flow with ? without(with, place) : chosen;
    }

    private static Flow without(Flow flow, int place) {
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.remove(place);
        return flow.withAxes(axes);
    }

    private static Value embedding(NodeReading node, StoredTensor table, Flow flow, long axis) {
        boolean rows = table.shape().size() == 2 && axis == 0;
        if (!rows || flow.pending() != null || flow.chain().last() != null || flow.rank() != 2) {
            throw node.refuse("it reads a table in another way than an embedding at the beginning",
                    "a table [vocabulary, units] and indices [batch, steps]", "a table " + table.shape() + " and "
                            + Values.text(flow.axes()),
                    "leave it out of the model");
        }
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.add(List.of(Atom.features(table.shape().get(1))));
        EmbeddingSpec spec = new EmbeddingSpec(Math.toIntExact(table.shape().get(0)),
                Math.toIntExact(table.shape().get(1)));
        return new Flow(flow.chain().with(new ForeignLayer(node.layerName(), spec,
                Map.of("weight", ForeignWeight.of(table)))), null, axes, false);
    }

    static List<Value> split(NodeReading node) {
        long axis = node.whole("axis", 0);
        long[] lengths = node.wholesOrInput("split", 1);
        long count = node.whole("num_outputs", node.outputs());
        List<Value> parts = new ArrayList<>();
        long from = 0;
        for (int part = 0; part < node.outputs(); part++) {
            long length = lengths == null
                    ? equalPart(node, axis, count)
                    : part < lengths.length ? lengths[part] : 0;
            parts.add(slice(node, node.value(0), new Cut(axis, from, from + length, 1)));
            from += length;
        }
        return parts;
    }

    private static long equalPart(NodeReading node, long axis, long count) {
        @Nullable
        Extent size = switch (node.value(0)) {
            case Flow flow -> node.axes().known(flow.size(node.axis(axis, flow.rank())));
            case Value.Constant constant -> Extent.of(constant.tensor().shape()
                    .get(node.axis(axis, constant.tensor().shape().size())));
            case Stacked stacked when stacked.axis() == axis -> Extent.of(stacked.entries().size());
            case Value _ -> null;
        };
        if (size == null || !size.isNumber() || count < 1 || size.factor() % count != 0) {
            throw node.refuse("it splits an axis of unknown size, or into unequal parts", "equal parts", "" + size,
                    "export the model with fixed shapes");
        }
        return size.factor() / count;
    }

    /// A part of an axis.
    private record Cut(long axis, long start, long end, long step) {

        static final long UNKNOWN = -1;

        /// That place alone.
        static Cut of(int axis, long place) {
            return new Cut(axis, place, place == -1 ? Long.MAX_VALUE : place + 1, 1);
        }

        long from(long size) {
            return Math.clamp(start < 0 ? start + size : start, 0, size);
        }

        long to(long size) {
            return Math.clamp(end < 0 ? end + size : end, 0, size);
        }

        boolean isAll(long size) {
            boolean toEnd = size == UNKNOWN ? end >= Integer.MAX_VALUE : to(size) == size;
            return step == 1 && toEnd && (start == 0 || (size != UNKNOWN && from(size) == 0));
        }

        boolean turns(long size) {
            boolean fromEnd = start == -1 || start >= Integer.MAX_VALUE || (size != UNKNOWN && start == size - 1);
            return step == -1 && fromEnd && (end <= -Integer.MAX_VALUE || (size != UNKNOWN && end < -size));
        }

        boolean isLast(long size) {
            return size == UNKNOWN
                    ? start == -1 && end >= Integer.MAX_VALUE
                    : from(size) == size - 1 && to(size) == size;
        }

        boolean isFirst() {
            return start == 0 && end == 1;
        }

        @Override
        public String toString() {
            return start + " to " + (end >= Integer.MAX_VALUE ? "the end" : Long.toString(end))
                    + (step == 1 ? "" : " in steps of " + step);
        }
    }
}
