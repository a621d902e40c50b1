package org.lstm4j.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The axes of an array, outermost first, row-major: `[batch 32, steps 10, features 1]`.
///
/// @param axes outermost first
public record Shape(List<Axis> axes) {

    public Shape {
        axes = List.copyOf(axes);
        long size = 1;
        for (Axis axis : axes) {
            size *= axis.size();
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "shape " + describe(axes) + " has more elements than an array can hold");
            }
        }
    }

    public static Shape of(Axis... axes) {
        return new Shape(List.of(axes));
    }

    /// The shape of one sample of a sequence: `[steps, features]`.
    public static Shape sequence(int steps, int features) {
        return of(Axis.steps(steps), Axis.features(features));
    }

    /// The shape of one sample without steps: `[features]`.
    public static Shape vector(int features) {
        return of(Axis.features(features));
    }

    /// This shape for many samples: `[batch, …]`.
    public Shape withBatch(int batch) {
        List<Axis> all = new ArrayList<>(axes.size() + 1);
        all.add(Axis.batch(batch));
        all.addAll(axes);
        return new Shape(all);
    }

    /// The shape of one sample: this shape without its first axis.
    public Shape withoutBatch() {
        return new Shape(axes.subList(1, axes.size()));
    }

    public int rank() {
        return axes.size();
    }

    /// The size of the axis at that place, outermost first.
    public int size(int axis) {
        return axes.get(axis).size();
    }

    /// The size of the innermost axis.
    public int last() {
        return axes.getLast().size();
    }

    /// How many elements an array of this shape has. Allocates nothing, no iterator either.
    public int elements() {
        int elements = 1;
        for (int axis = 0; axis < rank(); axis++) {
            elements *= size(axis);
        }
        return elements;
    }

    /// Whether the sizes are the same, whatever the axes are called.
    public boolean sameSizes(Shape other) {
        if (rank() != other.rank()) {
            return false;
        }
        for (int axis = 0; axis < rank(); axis++) {
            if (size(axis) != other.size(axis)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return describe(axes);
    }

    private static String describe(List<Axis> axes) {
        return axes.stream().map(Axis::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
