package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.tensor.Shape;

/// Nodes that put axes together or take them apart.
final class ReshapeNodes {

    private ReshapeNodes() {}

    static Value reshape(NodeReading node) {
        boolean zeroIsZero = node.whole("allowzero", 0) != 0;
        List<Extent> target = node.sizes(1, "the new shape").items();
        return switch (node.value(0)) {
            case Value.Zeros _ -> Value.Zeros.OF_ANY_SHAPE;
            case Value.Constant constant -> new Value.Constant(constant(node, constant.tensor(), target, zeroIsZero));
            case Value.Sizes sizes when target.size() <= 1 -> new Value.Sizes(sizes.items(), target.isEmpty());
            case Value.Stacked stacked -> pairs(node, stacked, target, zeroIsZero);
            case Value _ -> reshape(node, node.flow(0), target, zeroIsZero);
        };
    }

    /// States of layers and directions [layers·2, …] as [layers, 2, …].
    private static Value pairs(NodeReading node, Value.Stacked stacked, List<Extent> target, boolean zeroIsZero) {
        List<Extent> sizes = SizeNodes.sizes(stacked);
        List<Extent> complete = complete(node, target, sizes, zeroIsZero);
        Value paired = JoinNodes.paired(stacked);
        List<Extent> expected = new ArrayList<>(sizes);
        expected.set(stacked.axis(), Extent.of(2));
        expected.add(stacked.axis(), Extent.of(stacked.entries().size() / 2));
        if (paired == null || !complete.equals(expected.stream().map(node.axes()::known).toList())) {
            throw node.refuse("it takes apart the states of layers otherwise than by their directions",
                    expected.toString(), complete.toString(), "use the states of the last layer");
        }
        return paired;
    }

    static Value flatten(NodeReading node) {
        Flow flow = node.flow(0);
        long given = node.whole("axis", 1);
        int axis = given == flow.rank() ? flow.rank() : node.axis(given, flow.rank());
        return flow.withAxes(List.of(together(flow.axes().subList(0, axis)),
                together(flow.axes().subList(axis, flow.rank()))));
    }

    private static List<Atom> together(List<List<Atom>> axes) {
        return axes.stream().flatMap(List::stream).toList();
    }

    private static StoredTensor constant(NodeReading node, StoredTensor tensor, List<Extent> target,
            boolean zeroIsZero) {
        List<Extent> sizes = tensor.shape().stream().map(Extent::of).toList();
        List<Long> shape = new ArrayList<>();
        for (Extent size : complete(node, target, sizes, zeroIsZero)) {
            if (!size.isNumber()) {
                throw node.refuse("a constant gets a shape that depends on the data", "numbers", size.toString(),
                        "export the model with constants folded");
            }
            shape.add(size.factor());
        }
        return node.folding().reshape(tensor, shape);
    }

    private static Flow reshape(NodeReading node, Flow flow, List<Extent> target, boolean zeroIsZero) {
        List<Extent> sizes = new ArrayList<>();
        for (int axis = 0; axis < flow.rank(); axis++) {
            sizes.add(flow.size(axis));
        }
        List<Extent> complete = complete(node, target, sizes, zeroIsZero);
        List<List<Atom>> axes = split(node, together(flow.axes()), complete);
        if (axes != null) {
            return flow.withAxes(axes);
        }
        Flow apart = otherSample(node, complete);
        if (apart == null) {
            throw node.refuse("it takes apart what belongs together", Values.text(flow.axes()) + " " + sizes,
                    complete.toString(), "leave it out of the model");
        }
        return apart;
    }

    /// The shape with 0 and −1 replaced by what they stand for.
    private static List<Extent> complete(NodeReading node, List<Extent> target, List<Extent> sizes,
            boolean zeroIsZero) {
        List<Extent> complete = new ArrayList<>();
        Extent rest = node.axes().known(sizes.stream().reduce(Extent.ONE, Extent::times));
        int open = -1;
        for (int axis = 0; axis < target.size(); axis++) {
            Extent size = node.axes().known(target.get(axis));
            if (size.is(0) && !zeroIsZero && axis < sizes.size()) {
                size = node.axes().known(sizes.get(axis));
            }
            boolean isOpen = size.is(-1);
            if ((isOpen && open >= 0) || (!isOpen && size.factor() < 1)) {
                throw node.refuse("the new shape is none", "sizes above 0, one of them −1 at most", target.toString(),
                        "export the model again");
            }
            open = isOpen ? axis : open;
            rest = isOpen ? rest : rest.dividedBy(size);
            complete.add(size);
        }
        if (open >= 0) {
            complete.set(open, rest);
        } else if (!rest.is(1)) {
            throw new ArithmeticException("the new shape " + target + " has another number of elements");
        }
        return complete;
    }

    /// Deals out what was counted, in its order, to the new axes; null where one of them would have to be taken apart.
    private static @Nullable List<List<Atom>> split(NodeReading node, List<Atom> atoms, List<Extent> target) {
        List<List<Atom>> axes = new ArrayList<>();
        int next = 0;
        for (Extent size : target) {
            List<Atom> axis = new ArrayList<>();
            Extent so = Extent.ONE;
            while (next < atoms.size() && (axis.isEmpty()
                    ? !size.is(1) || isOne(node, atoms.get(next))
                    : !node.axes().same(so, size))) {
                so = so.times(atoms.get(next).size());
                axis.add(atoms.get(next++));
            }
            if (!node.axes().same(so, size)) {
                return null;
            }
            axes.add(axis);
        }
        return next == atoms.size() ? axes : null;
    }

    private static boolean isOne(NodeReading node, Atom atom) {
        return node.axes().known(atom.size()).is(1);
    }

    /// A sample in other axes: what a head that tells several values at several steps ends with. Null where that is not what it does.
    private static @Nullable Flow otherSample(NodeReading node, List<Extent> target) {
        Flow flow = node.settled(0);
        node.axes().decide();
        List<Atom> atoms = together(flow.axes());
        boolean sample = !atoms.isEmpty() && node.axes().isBatch(atoms.getFirst()) && !flow.reversed()
                && atoms.getLast().is(Atom.Role.FEATURES)
                && (atoms.size() == 2 || (atoms.size() == 3 && node.axes().isSteps(atoms.get(1))));
        boolean fits = sample && target.size() == 3 && node.axes().same(target.getFirst(), atoms.getFirst().size())
                && target.get(1).isNumber() && target.get(2).isNumber();
        if (!fits) {
            return null;
        }
        Shape shape = Shape.sequence(Math.toIntExact(target.get(1).factor()), Math.toIntExact(target.get(2).factor()));
        List<List<Atom>> axes = List.of(List.of(atoms.getFirst()), List.of(new Atom(Atom.Role.STEPS, target.get(1))),
                List.of(Atom.features(target.get(2).factor())));
        return new Flow(flow.chain().with(ForeignLayer.of(node.layerName(), new ReshapeSpec(shape))), null, axes,
                false);
    }
}
