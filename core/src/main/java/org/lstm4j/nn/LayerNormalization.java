package org.lstm4j.nn;

import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.tensor.Shape;

/// Brings every row of the innermost axis to mean 0 and variance 1, then scales and shifts it by what is learnt:
///
/// ```
/// x̂ = (x − mean(x)) / √(variance(x) + ε),   y = γ·x̂ + β
/// ```
///
/// A row is a sample [features], or one step of [steps, features]; rows know nothing of each other, so neither batch nor other
/// steps change a result. Source: Ba, Kiros and Hinton, Layer normalization, 2016, equation 4.
///
/// | parameter | shape | name in the file |
/// |---|---|---|
/// | γ, from 1 | [features] | `weight` |
/// | β, from 0 | [features] | `bias` |
public final class LayerNormalization implements Layer {

    private final String name;
    private final LayerNormalizationSpec spec;
    private final Shape inputShape;
    private final Parameter gamma;
    private final Parameter beta;

    LayerNormalization(String name, LayerNormalizationSpec spec, Shape inputShape, Parameter gamma, Parameter beta) {
        this.name = name;
        this.spec = spec;
        this.inputShape = inputShape;
        this.gamma = gamma;
        this.beta = beta;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LayerNormalizationSpec spec() {
        return spec;
    }

    public Parameter gamma() {
        return gamma;
    }

    public Parameter beta() {
        return beta;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public Shape outputShape(Shape sample) {
        if (sample.last() != gamma.shape().last()) {
            throw new IllegalArgumentException("layer \"" + name + "\" was built for " + gamma.shape().last()
                    + " features, but the input has " + sample
                    + "; re-create the windows with the columns used in training");
        }
        return sample;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public LayerPass newPass(Shape batchShape, PassMode mode, Compute compute) {
        outputShape(batchShape.withoutBatch());
        return new LayerNormalizationPass(this, batchShape, mode);
    }
}
