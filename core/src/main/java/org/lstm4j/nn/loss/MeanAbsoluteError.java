package org.lstm4j.nn.loss;

/// The mean of absolute errors: its minimiser is the median. At an error of 0 the gradient is 0.
public record MeanAbsoluteError() implements ErrorLoss {

    @Override
    public String name() {
        return "mae";
    }

    @Override
    public double of(double error) {
        return Math.abs(error);
    }

    @Override
    public float slope(float error) {
        return Math.signum(error);
    }
}
