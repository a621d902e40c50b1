package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Lion: every weight moves by the same amount, in the direction that a mix of the gradient and its running average points.
///
/// ```
/// w = (1 − lr·λ)·w − lr·sign(β1·m + (1 − β1)·g)        m = β2·m + (1 − β2)·g
/// ```
///
/// It needs a rate three to ten times smaller than [AdamW], and a decay larger by as much. Source: Chen and others, Symbolic
/// Discovery of Optimization Algorithms, 2023, Program 1. PyTorch has none. Keras' is the same, with a default rate of 0.001.
///
/// @param learningRate lr, above 0
/// @param beta1 share of the average in the direction, in [0, 1)
/// @param beta2 decay of the average, in [0, 1)
/// @param weightDecay λ, at least 0, decoupled from the gradient
public record Lion(double learningRate, double beta1, double beta2, double weightDecay) implements OptimizerSpec {

    public Lion {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("beta1", beta1);
        Settings.requireDecay("beta2", beta2);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /// β1 0.9, β2 0.99, without weight decay.
    public Lion(double learningRate) {
        this(learningRate, 0.9, 0.99, 0);
    }

    @Override
    public Lion withLearningRate(double other) {
        return new Lion(other, beta1, beta2, weightDecay);
    }

    public Lion withBetas(double first, double second) {
        return new Lion(learningRate, first, second, weightDecay);
    }

    public Lion withWeightDecay(double other) {
        return new Lion(learningRate, beta1, beta2, other);
    }

    @Override
    public String name() {
        return "lion";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return new LionOptimizer(this, parameters);
    }
}
