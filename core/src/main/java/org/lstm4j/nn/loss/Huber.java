package org.lstm4j.nn.loss;

/// Squared for small errors, linear beyond delta: ½e² for |e| ≤ δ, δ·(|e| − ½δ) beyond. Source: Huber, Robust Estimation of a
/// Location Parameter, 1964.
///
/// @param delta where the loss turns linear, above 0
public record Huber(float delta) implements ErrorLoss {

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
    public double of(double error) {
        double size = Math.abs(error);
        return size <= delta ? 0.5 * error * error : delta * (size - 0.5 * delta);
    }

    @Override
    public float slope(float error) {
        return Math.clamp(error, -delta, delta);
    }
}
