package org.lstm4j.nn.loss;

/// The mean of squared errors: its minimiser is the mean.
public record MeanSquaredError() implements ErrorLoss {

    @Override
    public String name() {
        return "mse";
    }

    @Override
    public double of(double error) {
        return error * error;
    }

    @Override
    public float slope(float error) {
        return 2f * error;
    }
}
