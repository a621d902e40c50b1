package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Adadelta: the gradient scaled by the root of an average of past squared steps over that of past squared gradients. The step has
/// the unit of the weight, so a learning rate of 1 often does.
///
/// ```
/// g = g + λ·w        s = ρ·s + (1 − ρ)·g²
/// Δ = √(d + ε) / √(s + ε)·g        d = ρ·d + (1 − ρ)·Δ²        w = w − lr·Δ
/// ```
///
/// Source: Zeiler, ADADELTA, 2012, Algorithm 1, with a learning rate as in PyTorch. Keras has ρ 0.95, ε 1e-7, a default rate of
/// 0.001, and decoupled weight decay.
///
/// @param learningRate lr, above 0
/// @param decay ρ of the averages, in [0, 1)
/// @param epsilon ε, above 0; it decides the size of the first steps
/// @param weightDecay λ, at least 0, as a penalty in the gradient
public record Adadelta(double learningRate, double decay, double epsilon, double weightDecay)
        implements
            OptimizerSpec {

    public Adadelta {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("decay", decay);
        Settings.requirePositive("epsilon", epsilon);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /// ρ 0.9, ε 1e-6, without weight decay.
    public Adadelta(double learningRate) {
        this(learningRate, 0.9, 1e-6, 0);
    }

    @Override
    public Adadelta withLearningRate(double other) {
        return new Adadelta(other, decay, epsilon, weightDecay);
    }

    public Adadelta withDecay(double other) {
        return new Adadelta(learningRate, other, epsilon, weightDecay);
    }

    public Adadelta withEpsilon(double other) {
        return new Adadelta(learningRate, decay, other, weightDecay);
    }

    public Adadelta withWeightDecay(double other) {
        return new Adadelta(learningRate, decay, epsilon, other);
    }

    @Override
    public String name() {
        return "adadelta";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return new AdadeltaOptimizer(this, parameters);
    }
}
