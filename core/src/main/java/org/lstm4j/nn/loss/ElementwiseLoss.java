package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// A loss that looks at each error by itself: the mean of a function of prediction − target.
///
/// A loss of one's own needs its name and the two functions.
public interface ElementwiseLoss extends Loss {

    /// The loss of one error.
    double of(double error);

    /// Its derivative.
    float slope(float error);

    @Override
    default double value(Tensor prediction, Tensor target) {
        Loss.requireSameShape(prediction, target);
        float[] predicted = prediction.data();
        float[] wanted = target.data();
        double sum = 0;
        for (int index = 0; index < predicted.length; index++) {
            sum += of((double) predicted[index] - wanted[index]);
        }
        return sum / predicted.length;
    }

    @Override
    default void gradient(Tensor prediction, Tensor target, Tensor gradient) {
        Loss.requireSameShape(prediction, target);
        float[] predicted = prediction.data();
        float[] wanted = target.data();
        float[] slopes = gradient.data();
        float share = 1f / predicted.length;
        for (int index = 0; index < predicted.length; index++) {
            slopes[index] = slope(predicted[index] - wanted[index]) * share;
        }
    }
}
