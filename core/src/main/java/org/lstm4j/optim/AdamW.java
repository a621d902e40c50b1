package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Adam with decoupled weight decay: weights shrink by a share of their own, whatever the size of their gradients.
///
/// ```
/// w = (1 − lr·λ)·w − (Adam's step, from the gradient alone)
/// ```
///
/// All parameters decay, biases too, as in PyTorch. Keras' default for λ is 0.004; its ε is that of its Adam.
///
/// Source: Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019, Algorithm 2, with lr·λ as in PyTorch.
///
/// @param learningRate lr, above 0
/// @param beta1 decay of the average gradient, in [0, 1)
/// @param beta2 decay of the average squared gradient, in [0, 1)
/// @param epsilon ε, above 0
/// @param weightDecay λ, at least 0
/// @param amsgrad whether to divide by the largest average square, see [Adam]
public record AdamW(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, boolean amsgrad)
        implements
            OptimizerSpec {

    public AdamW {
        Settings.requirePositive("learning rate", learningRate);
        Settings.requireDecay("beta1", beta1);
        Settings.requireDecay("beta2", beta2);
        Settings.requirePositive("epsilon", epsilon);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /// β1 0.9, β2 0.999, ε 1e-8, λ 0.01.
    public AdamW(double learningRate) {
        this(learningRate, 0.01);
    }

    /// β1 0.9, β2 0.999, ε 1e-8.
    public AdamW(double learningRate, double weightDecay) {
        this(learningRate, 0.9, 0.999, 1e-8, weightDecay, false);
    }

    @Override
    public AdamW withLearningRate(double other) {
        return new AdamW(other, beta1, beta2, epsilon, weightDecay, amsgrad);
    }

    public AdamW withBetas(double first, double second) {
        return new AdamW(learningRate, first, second, epsilon, weightDecay, amsgrad);
    }

    public AdamW withEpsilon(double other) {
        return new AdamW(learningRate, beta1, beta2, other, weightDecay, amsgrad);
    }

    public AdamW withWeightDecay(double other) {
        return new AdamW(learningRate, beta1, beta2, epsilon, other, amsgrad);
    }

    /// Divides by the largest average square so far.
    public AdamW withAmsgrad() {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, true);
    }

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public Optimizer create(List<Parameter> parameters) {
        return new Adam(learningRate, beta1, beta2, epsilon, 0, amsgrad).create(weightDecay, parameters);
    }
}
