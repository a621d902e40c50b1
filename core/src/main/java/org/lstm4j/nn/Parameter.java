package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A trainable array and its gradient. Mutable: optimizers change the value, backward passes add to the gradient.
///
/// Not thread-safe while training; safe to share while nobody writes.
public final class Parameter {

    private final String name;
    private final Tensor value;
    private final Tensor gradient;

    /// @param name unique within a network, as it stands in the model file: `0.weight_ih_l0`
    public Parameter(String name, Shape shape) {
        this.name = name;
        this.value = Tensor.zeros(shape);
        this.gradient = Tensor.zeros(shape);
    }

    public String name() {
        return name;
    }

    public Shape shape() {
        return value.shape();
    }

    /// The weights; shared, written by optimizers.
    public float[] value() {
        return value.data();
    }

    /// The gradient of the loss; shared, written by backward passes.
    public float[] gradient() {
        return gradient.data();
    }

    public void zeroGradient() {
        java.util.Arrays.fill(gradient.data(), 0f);
    }

    @Override
    public String toString() {
        return name + " " + shape();
    }
}
