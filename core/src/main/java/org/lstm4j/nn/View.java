package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A tensor seen in another shape, its elements shared. The view is kept while the tensor is the same object, as between layers
/// it always is; so a step allocates none.
final class View {

    private final Shape shape;
    private @Nullable Tensor source;
    private Tensor view;

    View(Shape shape) {
        this.shape = shape;
        view = Tensor.zeros(Shape.vector(0));
    }

    Tensor of(Tensor tensor) {
        if (tensor != source) {
            source = tensor;
            view = tensor.reshape(shape);
        }
        return view;
    }
}
