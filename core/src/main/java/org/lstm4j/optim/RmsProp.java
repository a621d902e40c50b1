package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// RMSprop: steps divided by the root of a running average of the squared gradient.
///
/// ```
/// g = g + λ·w        s = α·s + (1 − α)·g²
/// u = momentum·u + g / (√s + ε)        w = w − lr·u
/// centered: a = α·a + (1 − α)·g, and s − a² in place of s
/// ```
///
/// Sources: Hinton, Neural Networks for Machine Learning, lecture 6e, 2012; centered as in Graves, Generating Sequences With
/// Recurrent Neural Networks, 2013, section 4.2; in the form of PyTorch. s − a² is no variance when rounding makes it negative: it
/// counts as 0 then, where PyTorch gives NaN. Keras has α 0.9, ε 1e-7 inside the root, the learning rate inside u, and decoupled
/// weight decay.
///
/// @param learningRate lr, above 0
/// @param decay α of the averages, in [0, 1)
/// @param epsilon ε, above 0
/// @param momentum in [0, 1)
/// @param centered whether to divide by the deviation of the gradient from its average
/// @param weightDecay λ, at least 0, as a penalty in the gradient
public record RmsProp(
        double learningRate, double decay, double epsilon, double momentum, boolean centered, double weightDecay)
        implements
            OptimizerSpec {

    public RmsProp {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("decay", decay);
        Settings.requirePositive("epsilon", epsilon);
        Settings.requireDecay("momentum", momentum);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /// α 0.99, ε 1e-8, not centered, without momentum and weight decay.
    public RmsProp(double learningRate) {
        this(learningRate, 0.99, 1e-8, 0, false, 0);
    }

    @Override
    public RmsProp withLearningRate(double other) {
        return new RmsProp(other, decay, epsilon, momentum, centered, weightDecay);
    }

    public RmsProp withDecay(double other) {
        return new RmsProp(learningRate, other, epsilon, momentum, centered, weightDecay);
    }

    public RmsProp withEpsilon(double other) {
        return new RmsProp(learningRate, decay, other, momentum, centered, weightDecay);
    }

    public RmsProp withMomentum(double other) {
        return new RmsProp(learningRate, decay, epsilon, other, centered, weightDecay);
    }

    /// Divides by the deviation of the gradient from its average.
    public RmsProp withCentering() {
        return new RmsProp(learningRate, decay, epsilon, momentum, true, weightDecay);
    }

    public RmsProp withWeightDecay(double other) {
        return new RmsProp(learningRate, decay, epsilon, momentum, centered, other);
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return centered ? new CenteredRmsPropOptimizer(this, parameters) : new RmsPropOptimizer(this, parameters);
    }
}
