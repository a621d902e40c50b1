package org.lstm4j.nn.loss;

/// The binary cross-entropy of a predicted probability p for a target y: the mean of −y·ln p − (1 − y)·ln(1 − p), y being 0 or 1
/// or a probability.
///
/// As PyTorch's `BCELoss`: a logarithm counts as no less than −100, and the gradient (p − y) / (p·(1 − p)) divides by no less than
/// 1e-12, so that a network that is wrong and certain still learns. (Keras cuts p to 1e-7 … 1 − 1e-7, where its gradient is 0.)
/// The network ends with a sigmoid; one without is more accurate with [BinaryCrossEntropyOnLogits].
public record BinaryCrossEntropy() implements ElementwiseLoss {

    private static final double LOWEST_LOGARITHM = -100;
    private static final double SMALLEST_DENOMINATOR = 1e-12;

    @Override
    public String name() {
        return "bce";
    }

    @Override
    public double of(double prediction, double target) {
        requireProbability(prediction);
        requireTarget(target);
        return -target * logarithm(StrictMath.log(prediction))
                - (1 - target) * logarithm(StrictMath.log1p(-prediction));
    }

    @Override
    public float slope(float prediction, float target) {
        requireProbability(prediction);
        requireTarget(target);
        double spread = prediction * (1 - (double) prediction);
        return (float) (((double) prediction - target) / Math.max(spread, SMALLEST_DENOMINATOR));
    }

    private static double logarithm(double value) {
        return Math.max(value, LOWEST_LOGARITHM);
    }

    static void requireTarget(double target) {
        if (target < 0 || target > 1) {
            throw new IllegalArgumentException("a target is " + target
                    + ", but binary cross-entropy takes targets from 0 to 1; code the two classes as 0 and 1, or use the"
                    + " loss hinge for -1 and 1");
        }
    }

    private static void requireProbability(double prediction) {
        if (prediction < 0 || prediction > 1) {
            throw new IllegalArgumentException("a prediction is " + prediction
                    + ", which is no probability; end the network with sigmoid, or use the loss bce-logits, which takes"
                    + " any number");
        }
    }
}
