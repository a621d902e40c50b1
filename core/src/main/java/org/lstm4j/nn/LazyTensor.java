package org.lstm4j.nn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Zeros that are allocated when they are asked for first, by whichever thread: a network that only answers has no gradients.
final class LazyTensor {

    private final Shape shape;
    private volatile @Nullable Tensor tensor;

    LazyTensor(Shape shape) {
        this.shape = shape;
    }

    Tensor get() {
        Tensor made = tensor;
        return made == null ? make() : made;
    }

    private synchronized Tensor make() {
        Tensor made = tensor;
        if (made == null) {
            made = Tensor.zeros(shape);
            tensor = made;
        }
        return made;
    }

    void zero() {
        Tensor made = tensor;
        if (made != null) {
            Arrays.fill(made.data(), 0f);
        }
    }
}
