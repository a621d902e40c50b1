package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.onnx.Value.Sizes;
import org.lstm4j.interop.tensor.StoredTensor;

/// Nodes that move axes, or make and remove axes of size 1.
final class LayoutNodes {

    private LayoutNodes() {}

    static Value transpose(NodeReading node) {
        long[] order = node.wholes("perm");
        return switch (node.value(0)) {
            case Value.Zeros _ -> Value.Zeros.OF_ANY_SHAPE;
            case Value.Constant constant -> new Value.Constant(node.folding().transpose(constant.tensor(),
                    order(node, order, constant.tensor().shape().size())));
            case Value _ -> {
                Flow flow = node.flow(0);
                List<List<Atom>> axes = new ArrayList<>();
                for (int place : order(node, order, flow.rank())) {
                    axes.add(flow.axes().get(place));
                }
                yield flow.withAxes(axes);
            }
        };
    }

    private static int[] order(NodeReading node, long @Nullable [] order, int rank) {
        int[] places = new int[rank];
        Set<Integer> seen = new TreeSet<>();
        for (int axis = 0; axis < rank; axis++) {
            places[axis] = order == null ? rank - 1 - axis : order.length == rank ? node.axis(order[axis], rank) : 0;
            seen.add(places[axis]);
        }
        if (seen.size() != rank) {
            throw node.refuse("the new order of axes is none", rank + " different places", Arrays.toString(order),
                    "export the model again");
        }
        return places;
    }

    static Value squeeze(NodeReading node) {
        long[] given = node.wholesOrInput("axes", 1);
        return switch (node.value(0)) {
            case Value.Zeros _ -> Value.Zeros.OF_ANY_SHAPE;
            case Sizes sizes -> new Sizes(sizes.items(), true);
            case Value.Constant constant -> new Value.Constant(squeeze(node, constant.tensor(), given));
            case Value.Indices indices -> new Value.Indices(squeeze(node, indices.flow(), given));
            case Value _ -> squeeze(node, node.flow(0), given);
        };
    }

    private static StoredTensor squeeze(NodeReading node, StoredTensor tensor,
            long @Nullable [] given) {
        List<Long> shape = new ArrayList<>();
        Set<Integer> places = given == null ? new TreeSet<>() : places(node, given, tensor.shape().size());
        for (int axis = 0; axis < tensor.shape().size(); axis++) {
            long size = tensor.shape().get(axis);
            if (given == null ? size != 1 : !places.contains(axis)) {
                shape.add(size);
            }
        }
        return node.folding().reshape(tensor, shape);
    }

    private static Flow squeeze(NodeReading node, Flow flow, long @Nullable [] given) {
        Set<Integer> places = given == null ? new TreeSet<>() : places(node, given, flow.rank());
        List<List<Atom>> axes = new ArrayList<>();
        for (int axis = 0; axis < flow.rank(); axis++) {
            boolean single = isSingle(node, flow, axis);
            if (places.contains(axis) && !single) {
                throw node.refuse("it removes an axis that something is counted by", "an axis of size 1",
                        Values.text(List.of(flow.axes().get(axis))), "export the model with batches of open size");
            }
            if (!(single && (given == null || places.contains(axis)))) {
                axes.add(flow.axes().get(axis));
            }
        }
        return flow.withAxes(axes);
    }

    /// An axis that counts nothing, or one feature.
    private static boolean isSingle(NodeReading node, Flow flow, int axis) {
        return flow.axes().get(axis).stream()
                .allMatch(atom -> atom.is(Atom.Role.FEATURES) && node.axes().known(atom.size()).is(1));
    }

    static Value unsqueeze(NodeReading node) {
        long[] given = node.wholesOrInput("axes", 1);
        if (given == null) {
            throw node.refuse("it does not say which axes to make", "axes", "none", "export the model again");
        }
        return switch (node.value(0)) {
            case Value.Zeros _ -> Value.Zeros.OF_ANY_SHAPE;
            case Sizes sizes when sizes.scalar() -> new Sizes(sizes.items(), false);
            case Value.Constant constant -> new Value.Constant(unsqueeze(node, constant.tensor(), given));
            case Value _ -> {
                Flow flow = node.flow(0);
                List<List<Atom>> axes = new ArrayList<>(flow.axes());
                places(node, given, flow.rank() + given.length).forEach(place -> axes.add(place, List.of()));
                yield flow.withAxes(axes);
            }
        };
    }

    private static StoredTensor unsqueeze(NodeReading node, StoredTensor tensor, long[] given) {
        List<Long> shape = new ArrayList<>(tensor.shape());
        places(node, given, shape.size() + given.length).forEach(place -> shape.add(place, 1L));
        return node.folding().reshape(tensor, shape);
    }

    /// The axes in ascending order.
    private static Set<Integer> places(NodeReading node, long[] given, int rank) {
        Set<Integer> places = new TreeSet<>();
        for (long axis : given) {
            places.add(node.axis(axis, rank));
        }
        if (places.size() != given.length) {
            throw node.refuse("an axis is named twice", "different axes", Arrays.toString(given),
                    "export the model again");
        }
        return places;
    }
}
