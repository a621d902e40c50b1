package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Adagrad: steps divided by the root of the sum of all squared gradients, so that each weight's steps only shrink.
///
/// ```
/// g = g + λ·w        s = s + g²
/// w = w − lr / (1 + (t − 1)·δ)·g / (√s + ε)          (s starts as the initial sum)
/// ```
///
/// Source: Duchi, Hazan and Singer, Adaptive Subgradient Methods, 2011, figure 1 (diagonal), in the form of PyTorch. Keras has an
/// initial sum of 0.1, ε 1e-7 inside the root, no δ, and decoupled weight decay.
///
/// @param learningRate lr, above 0
/// @param epsilon ε, above 0
/// @param initialSum of squares, at least 0; above 0 it keeps the first steps small
/// @param learningRateDecay δ, at least 0
/// @param weightDecay λ, at least 0, as a penalty in the gradient
public record Adagrad(
        double learningRate, double epsilon, double initialSum, double learningRateDecay, double weightDecay)
        implements
            OptimizerSpec {

    public Adagrad {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requirePositive("epsilon", epsilon);
        Settings.requireNotNegative("initial sum", initialSum);
        Settings.requireNotNegative("learning rate decay", learningRateDecay);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /// ε 1e-10, initial sum 0, without decays.
    public Adagrad(double learningRate) {
        this(learningRate, 1e-10, 0, 0, 0);
    }

    @Override
    public Adagrad withLearningRate(double other) {
        return new Adagrad(other, epsilon, initialSum, learningRateDecay, weightDecay);
    }

    public Adagrad withEpsilon(double other) {
        return new Adagrad(learningRate, other, initialSum, learningRateDecay, weightDecay);
    }

    public Adagrad withInitialSum(double other) {
        return new Adagrad(learningRate, epsilon, other, learningRateDecay, weightDecay);
    }

    public Adagrad withLearningRateDecay(double other) {
        return new Adagrad(learningRate, epsilon, initialSum, other, weightDecay);
    }

    public Adagrad withWeightDecay(double other) {
        return new Adagrad(learningRate, epsilon, initialSum, learningRateDecay, other);
    }

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return new AdagradOptimizer(this, parameters);
    }
}
