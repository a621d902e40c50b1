package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;

/// The input of a graph that is the data: the first one without an initializer.
///
/// @param name of the value
/// @param kind what a sample is
/// @param sizes of its axes, [OnnxValue#OPEN] for open ones
record GraphInput(String name, Kind kind, List<Long> sizes) {

    private static final int SEQUENCE_RANK = 3;

    GraphInput {
        sizes = List.copyOf(sizes);
    }

    /// What a sample is.
    enum Kind {
        /// [steps, features], or the two first axes the other way round
        SEQUENCES,
        /// [features]
        VECTORS,
        /// [steps], each a row of a table
        INDICES
    }

    static GraphInput of(OnnxModel model, FileFaults faults) {
        List<OnnxValue> open = model.openInputs();
        if (open.isEmpty()) {
            throw faults.unusable("the model has no input", "one of shape [batch, steps, features]", "none",
                    "check that it is the right file");
        }
        OnnxValue data = open.getFirst();
        List<Long> sizes = data.sizes();
        boolean whole = ElementTypes.isInteger(data.elementType());
        Kind kind = sizes == null ? null : kind(sizes, whole);
        if (sizes == null || kind == null || !(whole || ElementTypes.isReal(data.elementType()))) {
            throw faults.unusable("the input " + Quoted.of(data.name()) + " is no series",
                    "numbers [batch, steps, features] with a known number of features, or whole numbers [batch, steps]",
                    data.toString(), "export the model with such an input");
        }
        return new GraphInput(data.name(), kind, sizes);
    }

    private static @Nullable Kind kind(List<Long> sizes, boolean whole) {
        boolean featuresKnown = !sizes.isEmpty() && sizes.getLast() > 0 && sizes.getLast() <= Integer.MAX_VALUE;
        if (sizes.size() == SEQUENCE_RANK) {
            return whole || !featuresKnown ? null : Kind.SEQUENCES;
        }
        if (sizes.size() != 2) {
            return null;
        }
        return whole || sizes.getLast() < 0 ? Kind.INDICES : Kind.VECTORS;
    }

    /// Of a step, or of a vector.
    int features() {
        return Math.toIntExact(sizes.getLast());
    }

    InputAxes axes(int lookback) {
        return new InputAxes(sizes.get(0), kind == Kind.VECTORS ? OnnxValue.OPEN : sizes.get(1), lookback);
    }

    /// What the value is before any layer.
    Value value() {
        List<List<Atom>> axes = new ArrayList<>();
        axes.add(List.of(new Atom(Atom.Role.FIRST, Extent.ofAxis(0))));
        if (kind != Kind.VECTORS) {
            axes.add(List.of(new Atom(Atom.Role.SECOND, Extent.ofAxis(1))));
        }
        if (kind != Kind.INDICES) {
            axes.add(List.of(Atom.features(features())));
        }
        Flow flow = new Flow(Chain.start(), null, axes, false);
        return kind == Kind.INDICES ? new Value.Indices(flow) : flow;
    }
}
