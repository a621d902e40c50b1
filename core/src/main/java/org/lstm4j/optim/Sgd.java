package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Stochastic gradient descent with momentum:
///
/// ```
/// g = g + λ·w        u = momentum·u + (1 − dampening)·g        w = w − lr·u          (u starts as the first gradient)
/// with Nesterov's momentum        w = w − lr·(g + momentum·u)
/// ```
///
/// Sources: Polyak 1964; Sutskever and others, On the importance of initialization and momentum, 2013; in the form of
/// PyTorch's SGD, where the learning rate multiplies the whole velocity. Keras has it inside the velocity, which differs when
/// the rate changes, and has no dampening; its weight decay is decoupled, w = w − lr·λ·w before the step.
///
/// @param learningRate lr, above 0
/// @param momentum in [0, 1); 0 is plain descent
/// @param dampening in [0, 1); how much less the gradient counts, with momentum only
/// @param nesterov whether to look ahead along the velocity; needs momentum and no dampening
/// @param weightDecay λ, at least 0
public record Sgd(double learningRate, double momentum, double dampening, boolean nesterov, double weightDecay)
        implements
            OptimizerSpec {

    public Sgd {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("momentum", momentum);
        Settings.requireDecay("dampening", dampening);
        Settings.requireNotNegative("weight decay", weightDecay);
        if (dampening > 0 && momentum == 0) {
            throw new IllegalArgumentException(
                    "dampening needs a momentum above 0, but momentum was 0 and dampening " + dampening);
        }
        if (nesterov && (momentum == 0 || dampening > 0)) {
            throw new IllegalArgumentException("Nesterov needs a momentum above 0 and no dampening, but momentum was "
                    + momentum + " and dampening " + dampening);
        }
    }

    /// Without momentum.
    public Sgd(double learningRate) {
        this(learningRate, 0);
    }

    public Sgd(double learningRate, double momentum) {
        this(learningRate, momentum, 0, false, 0);
    }

    @Override
    public Sgd withLearningRate(double other) {
        return new Sgd(other, momentum, dampening, nesterov, weightDecay);
    }

    public Sgd withMomentum(double other) {
        return new Sgd(learningRate, other, dampening, nesterov, weightDecay);
    }

    public Sgd withDampening(double other) {
        return new Sgd(learningRate, momentum, other, nesterov, weightDecay);
    }

    /// Looks ahead along the velocity.
    public Sgd withNesterov() {
        return new Sgd(learningRate, momentum, dampening, true, weightDecay);
    }

    public Sgd withWeightDecay(double other) {
        return new Sgd(learningRate, momentum, dampening, nesterov, other);
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return nesterov ? new NesterovOptimizer(this, parameters) : new SgdOptimizer(this, parameters);
    }
}
