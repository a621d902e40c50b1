package org.lstm4j.nn.loss;

/// The Poisson loss of a predicted log-rate f for a count y: the mean of eᶠ − y·f.
///
/// As PyTorch's `PoissonNLLLoss()`. It is the negative log-likelihood without ln y!, which does not depend on the prediction.
/// The foretold rate is eᶠ; above f = 88 the gradient leaves float32, and training stops and says so.
public record PoissonOnLogs() implements ElementwiseLoss {

    @Override
    public String name() {
        return "poisson-logs";
    }

    @Override
    public double of(double prediction, double target) {
        Poisson.requireCount(target);
        return StrictMath.exp(prediction) - target * prediction;
    }

    @Override
    public float slope(float prediction, float target) {
        Poisson.requireCount(target);
        return (float) (StrictMath.exp(prediction) - target);
    }
}
