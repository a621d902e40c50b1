package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Adam: steps scaled by running averages of the gradient and of its square, both corrected for starting at 0.
///
/// ```
/// g = g + λ·w
/// m = β1·m + (1 − β1)·g        v = β2·v + (1 − β2)·g²
/// w = w − lr·(m / (1 − β1ᵗ)) / (√(v / (1 − β2ᵗ)) + ε)
/// ```
///
/// With AMSGrad the largest v so far stands in place of v, so that a step never grows when gradients fade.
///
/// Sources: Kingma and Ba, Adam, 2015, Algorithm 1, with ε outside the root as in PyTorch; Reddi, Kale and Kumar, On the
/// Convergence of Adam and Beyond, 2018, Algorithm 2. Keras adds ε to √v before the correction of v, so its ε counts for more
/// in the first steps, and its weight decay is that of [AdamW].
///
/// @param learningRate lr, above 0
/// @param beta1 decay of the average gradient, in [0, 1)
/// @param beta2 decay of the average squared gradient, in [0, 1)
/// @param epsilon ε, above 0; PyTorch's default is 1e-8, Keras' 1e-7
/// @param weightDecay λ, at least 0: as a penalty in the gradient, which the division shrinks where gradients are large;
///        [AdamW] has the decay that is not
/// @param amsgrad whether to divide by the largest average square
public record Adam(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, boolean amsgrad)
        implements
            OptimizerSpec {

    public Adam {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("beta1", beta1);
        Settings.requireDecay("beta2", beta2);
        Settings.requirePositive("epsilon", epsilon);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /// β1 0.9, β2 0.999, ε 1e-8.
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8);
    }

    /// Without weight decay.
    public Adam(double learningRate, double beta1, double beta2, double epsilon) {
        this(learningRate, beta1, beta2, epsilon, 0, false);
    }

    @Override
    public Adam withLearningRate(double other) {
        return new Adam(other, beta1, beta2, epsilon, weightDecay, amsgrad);
    }

    public Adam withBetas(double first, double second) {
        return new Adam(learningRate, first, second, epsilon, weightDecay, amsgrad);
    }

    public Adam withEpsilon(double other) {
        return new Adam(learningRate, beta1, beta2, other, weightDecay, amsgrad);
    }

    public Adam withWeightDecay(double other) {
        return new Adam(learningRate, beta1, beta2, epsilon, other, amsgrad);
    }

    /// Divides by the largest average square so far.
    public Adam withAmsgrad() {
        return new Adam(learningRate, beta1, beta2, epsilon, weightDecay, true);
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return create(0, parameters);
    }

    /// @param decoupledDecay λ of AdamW, 0 for none
    Optimizer create(double decoupledDecay, List<Parameter> parameters) {
        return amsgrad
                ? new AmsgradOptimizer(this, decoupledDecay, parameters)
                : new AdamOptimizer(this, decoupledDecay, parameters);
    }
}
