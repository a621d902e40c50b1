package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Adam with Nesterov's momentum, whose share μ grows towards β1 as training goes on.
///
/// ```
/// g = g + λ·w        μₜ = β1·(1 − ½·0.96^(t·ψ))
/// m = β1·m + (1 − β1)·g        v = β2·v + (1 − β2)·g²
/// w = w − lr·(μₜ₊₁·m / (1 − μ₁⋯μₜ₊₁) + (1 − μₜ)·g / (1 − μ₁⋯μₜ)) / (√(v / (1 − β2ᵗ)) + ε)
/// ```
///
/// Source: Dozat, Incorporating Nesterov Momentum into Adam, 2016, in the form of PyTorch's NAdam. Keras has ψ 1 and ε 1e-7,
/// and its weight decay is decoupled.
///
/// @param learningRate lr, above 0
/// @param beta1 decay of the average gradient, in [0, 1)
/// @param beta2 decay of the average squared gradient, in [0, 1)
/// @param epsilon ε, above 0
/// @param momentumDecay ψ, at least 0: how fast μ grows
/// @param weightDecay λ, at least 0, as a penalty in the gradient
public record Nadam(
        double learningRate, double beta1, double beta2, double epsilon, double momentumDecay, double weightDecay)
        implements
            OptimizerSpec {

    public Nadam {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("beta1", beta1);
        Settings.requireDecay("beta2", beta2);
        Settings.requirePositive("epsilon", epsilon);
        Settings.requireNotNegative("momentum decay", momentumDecay);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /// β1 0.9, β2 0.999, ε 1e-8, ψ 0.004, without weight decay.
    public Nadam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8, 0.004, 0);
    }

    @Override
    public Nadam withLearningRate(double other) {
        return new Nadam(other, beta1, beta2, epsilon, momentumDecay, weightDecay);
    }

    public Nadam withBetas(double first, double second) {
        return new Nadam(learningRate, first, second, epsilon, momentumDecay, weightDecay);
    }

    public Nadam withEpsilon(double other) {
        return new Nadam(learningRate, beta1, beta2, other, momentumDecay, weightDecay);
    }

    public Nadam withMomentumDecay(double other) {
        return new Nadam(learningRate, beta1, beta2, epsilon, other, weightDecay);
    }

    public Nadam withWeightDecay(double other) {
        return new Nadam(learningRate, beta1, beta2, epsilon, momentumDecay, other);
    }

    @Override
    public String name() {
        return "nadam";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return new NadamOptimizer(this, parameters);
    }
}
