package org.lstm4j.nn.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What an input or a node gives to those that read it, and the gradient that they give back.
///
/// The value belongs to whoever made it. The gradient is an array of its own, to which every reader adds.
final class Flow {

    private final Shape shape;
    private final @Nullable Tensor gradient;
    private Tensor value;
    private @Nullable StepMask mask;

    /// @param shape `[batch, …]`
    /// @param learns whether a gradient is wanted here
    Flow(Shape shape, boolean learns) {
        this.shape = shape;
        gradient = learns ? Tensor.zeros(shape) : null;
        value = Tensor.zeros(Shape.vector(0));
    }

    Shape shape() {
        return shape;
    }

    Tensor value() {
        return value;
    }

    /// Which steps count; null when all do.
    @Nullable
    StepMask mask() {
        return mask;
    }

    void set(Tensor newValue, @Nullable StepMask newMask) {
        value = newValue;
        mask = newMask;
    }

    /// Null when none is wanted.
    @Nullable
    Tensor gradient() {
        return gradient;
    }

    boolean learns() {
        return gradient != null;
    }

    void clearGradient() {
        if (gradient != null) {
            Arrays.fill(gradient.data(), 0f);
        }
    }

    /// Adds what one reader gives back; nothing if none is wanted.
    void addGradient(Tensor given) {
        if (gradient != null) {
            float[] sums = gradient.data();
            for (int index = 0; index < sums.length; index++) {
                sums[index] += given.data()[index];
            }
        }
    }
}
