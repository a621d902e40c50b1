package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Adam: steps scaled by running averages of the gradient and of its square, both corrected for starting at 0.
///
/// ```
/// m = β1·m + (1 − β1)·g        v = β2·v + (1 − β2)·g²
/// w = w − lr·(m / (1 − β1ᵗ)) / (√(v / (1 − β2ᵗ)) + ε)
/// ```
///
/// Source: Kingma and Ba, Adam, 2015, Algorithm 1, with ε outside the root as in PyTorch.
///
/// @param learningRate lr, above 0
/// @param beta1 decay of the average gradient, in [0, 1)
/// @param beta2 decay of the average squared gradient, in [0, 1)
/// @param epsilon ε, above 0; PyTorch's default is 1e-8, Keras' 1e-7
public record Adam(double learningRate, double beta1, double beta2, double epsilon) implements OptimizerSpec {

    public Adam {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("beta1", beta1);
        Settings.requireDecay("beta2", beta2);
        Settings.requirePositive("epsilon", epsilon);
    }

    /// β1 0.9, β2 0.999, ε 1e-8.
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8);
    }

    public Adam withEpsilon(double other) {
        return new Adam(learningRate, beta1, beta2, other);
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return new AdamOptimizer(this, parameters);
    }
}
