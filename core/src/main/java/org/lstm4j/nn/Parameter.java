package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.weight.WeightConstraint;
import org.lstm4j.nn.weight.WeightRegularizer;
import org.lstm4j.nn.weight.WeightRule;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// A trainable array and its gradient. Mutable: optimizers change the value, backward passes add to the gradient.
///
/// Its rule says what training asks of the weights beside a small loss; passes and optimizers know nothing of it.
///
/// Not thread-safe while training; safe to share while nobody writes.
public final class Parameter {

    private final String name;
    private final Tensor value;
    private final LazyTensor gradient;
    private final WeightRule rule;

    /// @param name unique within a network, as it stands in the model file: `0.weight_ih_l0`
    public Parameter(String name, Shape shape) {
        this(name, Tensor.zeros(shape), new LazyTensor(shape), WeightRule.NONE);
    }

    private Parameter(String name, Tensor value, LazyTensor gradient, WeightRule rule) {
        this.name = name;
        this.value = value;
        this.gradient = gradient;
        this.rule = rule;
    }

    /// The same weights and gradient, shared, with that rule.
    public Parameter withRule(WeightRule other) {
        return other.equals(rule) ? this : new Parameter(name, value, gradient, other);
    }

    /// The same weights, shared, with a gradient of its own: what is added there is not seen here.
    public Parameter withOwnGradient() {
        return new Parameter(name, value, new LazyTensor(value.shape()), rule);
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

    /// The gradient of the loss; shared, written by backward passes. Takes no room before it is asked for first.
    public float[] gradient() {
        return gradient.get().data();
    }

    /// The penalty on the weights that is part of the loss; null for none.
    public @Nullable WeightRegularizer regularizer() {
        return rule.regularizer();
    }

    /// What the weights are brought back into after each step of the optimizer; null for none.
    public @Nullable WeightConstraint constraint() {
        return rule.constraint();
    }

    public void zeroGradient() {
        gradient.zero();
    }

    @Override
    public String toString() {
        return name + " " + shape();
    }
}
