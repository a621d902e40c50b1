package org.lstm4j.nn.loss;

/// The binary cross-entropy of a predicted logit x, any number, for a target y: with p = 1 / (1 + e⁻ˣ), the mean of
/// −y·ln p − (1 − y)·ln(1 − p), y being 0 or 1 or a probability.
///
/// As PyTorch's `BCEWithLogitsLoss` and Keras' `BinaryCrossentropy(from_logits=True)`. It is computed as
/// max(x, 0) − x·y + ln(1 + e^−|x|), which neither overflows nor rounds to certainty; the gradient is p − y. The network ends
/// without an activation; the sigmoid of what it predicts is the probability.
public record BinaryCrossEntropyOnLogits() implements ElementwiseLoss {

    @Override
    public String name() {
        return "bce-logits";
    }

    @Override
    public double of(double prediction, double target) {
        BinaryCrossEntropy.requireTarget(target);
        return Math.max(prediction, 0) - prediction * target + StrictMath.log1p(StrictMath.exp(-Math.abs(prediction)));
    }

    @Override
    public float slope(float prediction, float target) {
        BinaryCrossEntropy.requireTarget(target);
        return (float) (Softplus.slope(prediction) - target); // in double: near certainty the two nearly cancel
    }
}
