package org.lstm4j.nn.loss;

/// The hinge loss of a score f for a class y of −1 or 1: the mean of max(1 − y·f, 0).
///
/// As Keras' `Hinge`, which also takes 0 for −1. The sign of f is the predicted class; scores right by 1 or more cost nothing.
public record Hinge() implements ElementwiseLoss {

    @Override
    public String name() {
        return "hinge";
    }

    @Override
    public double of(double prediction, double target) {
        return Math.max(1 - sign(target) * prediction, 0);
    }

    @Override
    public float slope(float prediction, float target) {
        float sign = sign(target);
        return sign * prediction < 1f ? -sign : 0f;
    }

    private static float sign(double target) {
        if (target == 1) {
            return 1f;
        }
        if (target == 0 || target == -1) {
            return -1f;
        }
        throw new IllegalArgumentException("a target is " + target
                + ", but the hinge loss takes the classes -1 and 1 (or 0 and 1); code the classes so, or use the loss bce-logits"
                + " for probabilities");
    }
}
