package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// Squared for small errors, linear beyond delta: ½e² for |e| ≤ δ, δ·(|e| − ½δ) beyond. Source: Huber, Robust Estimation of a
/// Location Parameter, 1964.
///
/// @param delta where the loss turns linear, above 0
public record Huber(float delta) implements Loss {

    public Huber {
        if (!(delta > 0f)) {
            throw new IllegalArgumentException("delta must be above 0, but was " + delta);
        }
    }

    /// δ = 1, as in Keras and PyTorch.
    public Huber() {
        this(1f);
    }

    @Override
    public String name() {
        return "huber";
    }

    @Override
    public double value(Tensor prediction, Tensor target) {
        Loss.requireSameShape(prediction, target);
        float[] predicted = prediction.data();
        float[] wanted = target.data();
        double sum = 0;
        for (int index = 0; index < predicted.length; index++) {
            double error = (double) predicted[index] - wanted[index];
            double size = Math.abs(error);
            sum += size <= delta ? 0.5 * error * error : delta * (size - 0.5 * delta);
        }
        return sum / predicted.length;
    }

    @Override
    public void gradient(Tensor prediction, Tensor target, Tensor gradient) {
        float[] predicted = prediction.data();
        float[] wanted = target.data();
        float[] slopes = gradient.data();
        float share = 1f / predicted.length;
        for (int index = 0; index < predicted.length; index++) {
            float error = predicted[index] - wanted[index];
            slopes[index] = Math.clamp(error, -delta, delta) * share;
        }
    }
}
