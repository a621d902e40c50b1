package org.lstm4j.nn.loss;

/// A loss that looks at each error by itself: the mean over all elements of a function of e = prediction − target.
///
/// A loss of one's own needs its name and the two functions.
public interface ErrorLoss extends ElementwiseLoss {

    /// The loss of one error.
    double of(double error);

    /// Its derivative.
    float slope(float error);

    @Override
    default double of(double prediction, double target) {
        return of(prediction - target);
    }

    @Override
    default float slope(float prediction, float target) {
        return slope(prediction - target);
    }
}
