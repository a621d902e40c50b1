package org.lstm4j.nn.loss;

/// The Poisson loss of a predicted rate f for a count y: the mean of f − y·ln(f + 1e-7).
///
/// As Keras' `Poisson`, and PyTorch's `PoissonNLLLoss(log_input=False)` but for its 1e-8. It is the negative log-likelihood
/// without ln y!, which does not depend on the prediction. Rates must not be negative: end the network with relu, or let it
/// predict the logarithm of the rate, which learns more steadily: [PoissonOnLogs].
public record Poisson() implements ElementwiseLoss {

    /// Keeps a rate of 0 finite.
    private static final double EPSILON = 1e-7;

    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public double of(double prediction, double target) {
        requireRate(prediction);
        requireCount(target);
        return prediction - target * StrictMath.log(prediction + EPSILON);
    }

    @Override
    public float slope(float prediction, float target) {
        requireRate(prediction);
        requireCount(target);
        return (float) (1 - target / (prediction + EPSILON));
    }

    static void requireCount(double target) {
        if (target < 0) {
            throw new IllegalArgumentException("a target is " + target
                    + ", but the poisson losses are for counts, 0 or more; do not standardise the targets, or use"
                    + " another loss, such as mse");
        }
    }

    private static void requireRate(double prediction) {
        if (prediction < 0) {
            throw new IllegalArgumentException("a predicted rate is " + prediction
                    + ", but rates are 0 or more; use the loss poisson-logs, for which the network predicts the"
                    + " logarithm of the rate, or end the network with relu");
        }
    }
}
