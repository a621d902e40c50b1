package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.onnx.Value.Sizes;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.RepeatVectorSpec;

/// Nodes that compute with shapes, as exporters do to make the zeros that a recurrent layer begins with.
final class SizeNodes {

    private SizeNodes() {}

    static Value shape(NodeReading node) {
        List<Extent> sizes = switch (node.value(0)) {
            case Flow flow -> sizes(flow);
            case Value.Indices indices -> sizes(indices.flow());
            case Value.Constant constant -> constant.tensor().shape().stream().map(Extent::of).toList();
            case Sizes given -> given.scalar() ? List.of() : List.of(Extent.of(given.items().size()));
            case Value.Formula formula -> sizes(formula.base());
            case Value.Stacked stacked -> sizes(stacked);
            case Value other -> throw node.refuse("the shape is not known", "that of the data", Values.kind(other),
                    "export the model with fixed shapes");
        };
        int from = place(node.whole("start", 0), sizes.size());
        int to = place(node.whole("end", sizes.size()), sizes.size());
        return new Sizes(sizes.subList(from, Math.max(from, to)), false);
    }

    private static int place(long place, int rank) {
        return Math.clamp(place < 0 ? place + rank : place, 0, rank);
    }

    static List<Extent> sizes(Value.Stacked stacked) {
        List<Extent> sizes = sizes(stacked.entries().getFirst());
        sizes.add(stacked.axis(), Extent.of(stacked.entries().size()));
        return sizes;
    }

    private static List<Extent> sizes(Flow flow) {
        List<Extent> sizes = new ArrayList<>();
        for (int axis = 0; axis < flow.rank(); axis++) {
            sizes.add(flow.size(axis));
        }
        return sizes;
    }

    /// A size of 1 leaves an axis as it is; what Tile has are no sizes.
    private static Value.Zeros expandedZeros(NodeReading node) {
        Value.Zeros zeros = node.operator().equals("Expand")
                ? Value.Zeros.of(Values.sizes(node.value(1)))
                : Value.Zeros.OF_ANY_SHAPE;
        return Extent.ONE.equals(zeros.features()) ? Value.Zeros.OF_ANY_SHAPE : zeros;
    }

    static Value constantOfShape(NodeReading node) {
        Value.Sizes shape = node.sizes(0, "the shape");
        StoredTensor value = node.tensor("value");
        if (value != null && (value.elements() != 1 || !Values.isZero(value))) {
            throw node.refuse("it makes an array of other numbers than 0", "zeros for a state to begin with", "",
                    "begin with zeros");
        }
        return Value.Zeros.of(shape);
    }

    /// Zeros stay zeros; a vector of the data is said at several steps.
    static Value repeat(NodeReading node) {
        return switch (node.value(0)) {
            case Value.Zeros _ -> expandedZeros(node);
            case Value.Constant constant when Values.isZero(constant.tensor()) -> expandedZeros(node);
            case Flow _ -> repeatVector(node);
            case Value other -> throw node.refuse("it makes an array larger", "zeros for a state to begin with",
                    Values.kind(other), "begin with zeros");
        };
    }

    private static Value repeatVector(NodeReading node) {
        Flow flow = node.features(0);
        List<Extent> target = node.sizes(1, "the shape").items();
        int place = flow.rank() - 2;
        boolean fits = flow.rank() == 3 && target.size() == 3 && flow.axes().get(1).isEmpty();
        if (fits) {
            for (int axis : new int[]{0, 2}) {
                fits &= target.get(axis).is(1) || (node.operator().equals("Expand")
                        && node.axes().same(target.get(axis), flow.size(axis)));
            }
        }
        Extent times = fits ? node.axes().known(target.get(place)) : Extent.ONE;
        if (!fits || !times.isNumber()) {
            throw node.refuse("it repeats the data in another way than a vector at each of so many steps",
                    "[batch, steps, features]", target.toString(), "leave it out of the model");
        }
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.set(place, List.of(new Atom(Atom.Role.STEPS, times)));
        RepeatVectorSpec spec = new RepeatVectorSpec(Math.toIntExact(times.factor()));
        return new Flow(flow.chain().with(ForeignLayer.of(node.layerName(), spec)), null, axes, false);
    }
}
