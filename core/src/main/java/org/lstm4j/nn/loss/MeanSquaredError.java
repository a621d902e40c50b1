package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// The mean of squared errors: its minimiser is the mean.
public record MeanSquaredError() implements Loss {

    @Override
    public String name() {
        return "mse";
    }

    @Override
    public double value(Tensor prediction, Tensor target) {
        Loss.requireSameShape(prediction, target);
        float[] predicted = prediction.data();
        float[] wanted = target.data();
        double sum = 0;
        for (int index = 0; index < predicted.length; index++) {
            double error = (double) predicted[index] - wanted[index];
            sum += error * error;
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
            slopes[index] = 2f * error * share;
        }
    }
}
