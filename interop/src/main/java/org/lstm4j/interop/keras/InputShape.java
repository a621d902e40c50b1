package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// What goes into a model, as `batch_shape` says it: `[null, 10, 3]`. Steps may be null there.
///
/// @param options say how many steps a sample has where the model does not
/// @param assumptions collects what was taken for granted
record InputShape(ImportOptions options, List<String> assumptions) {

    private static final List<String> NAMES = List.of("batch_input_shape", "batch_shape");

    /// The shape that a layer's settings have, or null for none.
    static @Nullable JsonValue of(KerasLayer layer) {
        for (String name : NAMES) {
            JsonValue shape = layer.config().get(name);
            if (shape != null && shape != JsonNull.NULL) {
                return shape;
            }
        }
        return null;
    }

    /// One sample.
    ///
    /// @param name of the input, for messages
    /// @param ofIndices whether an embedding reads it, so that its one axis is steps
    /// @throws IllegalArgumentException when a size other than the steps is not known
    Sample sample(String name, JsonValue shape, boolean ofIndices) {
        List<JsonValue> axes = shape.asList();
        if (axes.size() < 2) {
            throw new IllegalArgumentException("input '" + name + "' must have axes after the batch, but has " + axes);
        }
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 1; axis < axes.size(); axis++) {
            boolean steps = axis == 1 && (axes.size() > 2 || ofIndices);
            sizes.add(axes.get(axis) == JsonNull.NULL ? unknown(name, steps) : axes.get(axis).asInt());
        }
        return new Sample(sizes, false);
    }

    private int unknown(String name, boolean steps) {
        if (!steps) {
            throw new IllegalArgumentException("input '" + name + "' does not say how many features it has");
        }
        if (options.lookback() > 0) {
            return options.lookback();
        }
        assumptions
                .add("The model takes any number of steps; samples of 1 step were assumed for its description. Give a"
                        + " lookback to choose another.");
        return 1;
    }

    /// The shape of that sample.
    static Shape shape(Sample sample, boolean ofIndices) {
        List<Axis> axes = new ArrayList<>();
        for (int axis = 0; axis < sample.rank(); axis++) {
            boolean last = axis == sample.rank() - 1;
            String name = axis == 0 && (!last || ofIndices) ? "steps" : last ? "features" : "axis " + axis;
            axes.add(new Axis(name, sample.sizes().get(axis)));
        }
        return new Shape(axes);
    }
}
