package org.lstm4j.nn;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// A fully connected layer, y = activation(x·Wᵀ + b), applied to the innermost axis: to samples [features], or to every step
/// of [steps, features].
///
/// | parameter | shape | name in the file |
/// |---|---|---|
/// | weights | [outputs, features] | `weight` |
/// | bias, unless the spec has none | [outputs] | `bias` |
public final class Dense implements Layer {

    private final String name;
    private final DenseSpec spec;
    private final Shape inputShape;
    private final Parameter weights;
    private final Parameter bias;

    Dense(String name, DenseSpec spec, Shape inputShape, Parameter weights, Parameter bias) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.weights = weights;
        this.bias = bias;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DenseSpec spec() {
        return spec;
    }

    public Parameter weights() {
        return weights;
    }

    /// Zeros that nobody trains where the spec has no bias.
    public Parameter bias() {
        return bias;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        if (sample.last() != weights.shape().last()) {
            throw new IllegalArgumentException("layer \"" + name + "\" was built for " + weights.shape().last()
                    + " features, but the input has " + sample
                    + "; re-create the windows with the columns used in training");
        }
        List<Axis> axes = new ArrayList<>(sample.axes());
        axes.set(axes.size() - 1, new Axis("outputs", spec.units()));
        return new Shape(axes);
    }

    @Override
    public List<Parameter> parameters() {
        return spec.useBias() ? List.of(weights, bias) : List.of(weights);
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        Shape output = outputShape(batchShape.withoutBatch()).withBatch(batchShape.size(0));
        return new DensePass(this, batchShape, output, mode, compute);
    }
}
