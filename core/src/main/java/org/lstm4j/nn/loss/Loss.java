package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// How far a prediction is from its target: the mean over all elements of a batch. Implementations are immutable.
///
/// Implement it for a loss of your own: the two methods must agree, `gradient` being the derivative of `value`.
public interface Loss {

    /// Its name in model files and settings: `mse`.
    String name();

    /// The mean loss of a batch.
    ///
    /// @param prediction any shape
    /// @param target the same sizes
    /// @throws IllegalArgumentException when sizes differ, naming both shapes: [batch, 1] and [batch] are not the same
    double value(Tensor prediction, Tensor target);

    /// Writes ∂value/∂prediction into `gradient`, which has the same sizes.
    ///
    /// @throws IllegalArgumentException when the sizes of prediction and target differ, naming both shapes
    void gradient(Tensor prediction, Tensor target, Tensor gradient);

    /// Checks that prediction and target have the same sizes.
    ///
    /// @throws IllegalArgumentException when they have not, naming both shapes
    static void requireSameShape(Tensor prediction, Tensor target) {
        Shape expected = prediction.shape();
        if (!expected.sameSizes(target.shape())) {
            throw new IllegalArgumentException(
                    "the network predicts " + expected + ", but the targets are " + target.shape()
                            + "; reshape the targets, or give the last layer as many units as a target has values");
        }
    }
}
