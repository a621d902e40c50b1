package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// The mean of absolute errors: its minimiser is the median. At an error of 0 the gradient is 0.
public record MeanAbsoluteError() implements Loss {

    @Override
    public String name() {
        return "mae";
    }

    @Override
    public double value(Tensor prediction, Tensor target) {
        Loss.requireSameShape(prediction, target);
        float[] predicted = prediction.data();
        float[] wanted = target.data();
        double sum = 0;
        for (int index = 0; index < predicted.length; index++) {
            double error = (double) predicted[index] - wanted[index];
            sum += Math.abs(error);
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
            slopes[index] = Math.signum(error) * share;
        }
    }
}
