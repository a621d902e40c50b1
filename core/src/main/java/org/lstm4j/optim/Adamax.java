package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Adam with the largest recent gradient in place of the root of the average square.
///
/// ```
/// g = g + λ·w
/// m = β1·m + (1 − β1)·g        u = max(β2·u, |g| + ε)
/// w = w − lr·(m / (1 − β1ᵗ)) / u
/// ```
///
/// Source: Kingma and Ba, Adam, 2015, Algorithm 2, with ε as in PyTorch. Keras adds ε, 1e-7, to u in the division instead, and
/// its weight decay is decoupled.
///
/// @param learningRate lr, above 0
/// @param beta1 decay of the average gradient, in [0, 1)
/// @param beta2 decay of the largest gradient, in [0, 1)
/// @param epsilon ε, above 0
/// @param weightDecay λ, at least 0, as a penalty in the gradient
public record Adamax(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements
            OptimizerSpec {

    public Adamax {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("beta1", beta1);
        Settings.requireDecay("beta2", beta2);
        Settings.requirePositive("epsilon", epsilon);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /// β1 0.9, β2 0.999, ε 1e-8, without weight decay.
    public Adamax(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8, 0);
    }

    @Override
    public Adamax withLearningRate(double other) {
        return new Adamax(other, beta1, beta2, epsilon, weightDecay);
    }

    public Adamax withBetas(double first, double second) {
        return new Adamax(learningRate, first, second, epsilon, weightDecay);
    }

    public Adamax withEpsilon(double other) {
        return new Adamax(learningRate, beta1, beta2, other, weightDecay);
    }

    public Adamax withWeightDecay(double other) {
        return new Adamax(learningRate, beta1, beta2, epsilon, other);
    }

    @Override
    public String name() {
        return "adamax";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return new AdamaxOptimizer(this, parameters);
    }
}
