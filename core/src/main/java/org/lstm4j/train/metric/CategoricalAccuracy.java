package org.lstm4j.train.metric;

import org.lstm4j.nn.loss.Loss;
import org.lstm4j.tensor.Tensor;

/// The share of rows whose class is told right: the one with the largest output, the first of several equal ones. Probabilities or logits,
/// that is the same.
///
/// Targets have one value for each class, of which the largest counts, as for Keras' `CategoricalAccuracy`; or one value, the number of
/// the class, as for `SparseCategoricalAccuracy`.
public record CategoricalAccuracy() implements RowMetric {

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public double rowValue(Tensor prediction, Tensor target, int row) {
        int right = target.shape().last() == 1 ? (int) target.data()[row] : largest(target, row);
        return largest(prediction, row) == right ? 1 : 0;
    }

    @Override
    public void requireFit(Tensor prediction, Tensor target) {
        boolean numbers = target.shape().last() == 1 && prediction.shape().rank() == target.shape().rank()
                && prediction.batch() == target.batch();
        if (!numbers) {
            Loss.requireSameShape(prediction, target);
        }
    }

    private static int largest(Tensor tensor, int row) {
        int outputs = tensor.shape().last();
        int largest = row * outputs;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            largest = tensor.data()[index] > tensor.data()[largest] ? index : largest;
        }
        return largest - row * outputs;
    }
}
