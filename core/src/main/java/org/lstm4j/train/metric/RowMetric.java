package org.lstm4j.train.metric;

import org.lstm4j.nn.loss.Loss;
import org.lstm4j.tensor.Tensor;

/// A metric that is the mean over rows, or a function of that mean. A row is all outputs of one sample, or of one sample at one
/// step: elements r · outputs to (r + 1) · outputs of the prediction, and of the target likewise.
public interface RowMetric extends Metric {

    /// What is averaged: a number for one row.
    double rowValue(Tensor prediction, Tensor target, int row);

    /// The metric, of the mean over all rows: that mean, unless a root or the like is to be taken.
    default double ofMean(double mean) {
        return mean;
    }

    /// Checks that predictions and targets belong together.
    ///
    /// @throws IllegalArgumentException when they do not, naming both shapes
    default void requireFit(Tensor prediction, Tensor target) {
        Loss.requireSameShape(prediction, target);
    }

    @Override
    default MetricAccumulator newAccumulator() {
        return new RowMean(this);
    }
}
