package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Stochastic gradient descent with momentum:
///
/// ```
/// u = momentum·u + g        w = w − lr·u          (u starts as the first gradient)
/// ```
///
/// Source: Polyak 1964; in the form of PyTorch's SGD, where the learning rate multiplies the whole velocity.
///
/// @param learningRate lr, above 0
/// @param momentum in [0, 1); 0 is plain descent
public record Sgd(double learningRate, double momentum) implements OptimizerSpec {

    public Sgd {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("momentum", momentum);
    }

    /// Without momentum.
    public Sgd(double learningRate) {
        this(learningRate, 0);
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return new SgdOptimizer(this, parameters);
    }
}
