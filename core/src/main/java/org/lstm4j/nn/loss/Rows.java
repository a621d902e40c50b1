package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Whether predictions and targets have the same rows.
final class Rows {

    private Rows() {}

    /// @throws IllegalArgumentException when the target has other rows than the prediction, or not as many values in each as
    ///         the loss needs
    static void requireFit(Loss loss, Tensor prediction, Tensor target) {
        Shape shape = prediction.shape();
        int targets = loss.targets(shape.last());
        if (targets == shape.last()) {
            Loss.requireSameShape(prediction, target);
        } else if (!sameBefore(shape, target.shape()) || target.shape().last() != targets) {
            throw new IllegalArgumentException("the network predicts " + shape + ", for which the loss " + loss.name()
                    + " needs targets " + loss.targetShape(shape) + ", but they are " + target.shape()
                    + "; reshape the targets, or give the last layer another number of units");
        }
    }

    /// Whether all axes but the last are equal.
    private static boolean sameBefore(Shape prediction, Shape target) {
        if (prediction.rank() != target.rank()) {
            return false;
        }
        for (int axis = 0; axis < prediction.rank() - 1; axis++) {
            if (prediction.size(axis) != target.size(axis)) {
                return false;
            }
        }
        return true;
    }
}
