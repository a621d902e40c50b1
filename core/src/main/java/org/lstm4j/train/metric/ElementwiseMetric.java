package org.lstm4j.train.metric;

import java.util.function.DoubleBinaryOperator;
import org.lstm4j.tensor.Tensor;

/// A metric that is the mean over all elements of a function of prediction and target, or a function of that mean.
///
/// A metric of one's own is one expression:
///
/// {@snippet :
/// Metric withinOne = ElementwiseMetric.of("within_one",
///         (prediction, target) -> Math.abs(prediction - target) <= 1 ? 1 : 0);
/// }
public interface ElementwiseMetric extends RowMetric {

    /// A metric that is the mean of a function of (prediction, target).
    ///
    /// @param name in logs: `within_one`
    static ElementwiseMetric of(String name, DoubleBinaryOperator function) {
        return new MeanOfFunction(name, function);
    }

    /// What is averaged: a number for one element.
    double of(double prediction, double target);

    @Override
    default double rowValue(Tensor prediction, Tensor target, int row) {
        int outputs = prediction.shape().last();
        double sum = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            sum += of(prediction.data()[index], target.data()[index]);
        }
        return sum / outputs;
    }
}
