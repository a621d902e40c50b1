package org.lstm4j.nn.loss;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// How far a prediction is from its target: the mean over a batch. Implementations are immutable.
///
/// For a loss of your own implement the smallest of these that fits; all but the last take weights without more work:
///
/// | interface | the loss looks at | examples |
/// |---|---|---|
/// | [ErrorLoss] | one error, prediction − target | [MeanSquaredError], [Quantile] |
/// | [ElementwiseLoss] | one prediction and its target | [MeanSquaredLogarithmicError], [BinaryCrossEntropy] |
/// | [GroupedLoss] | one target and the several outputs that speak of it | [Quantiles], [StudentTNegativeLogLikelihood] |
/// | [RowLoss] | all outputs of one sample at one step | [CosineSimilarity], [CategoricalCrossEntropy] |
/// | [Loss] | the whole batch | |
///
/// The two methods must agree, the gradient being the derivative of the value, and neither may allocate. NaN goes through: a
/// prediction of NaN gives a loss of NaN, at which training stops and says so. A number that the loss is not defined for is an
/// [IllegalArgumentException] that says what to do.
public interface Loss {

    /// Its name in settings and logs: `mse`, `log-cosh`.
    String name();

    /// The mean loss of a batch.
    ///
    /// @param prediction any shape
    /// @param target the same sizes, but for [#targets] values where the prediction has outputs
    /// @throws IllegalArgumentException when sizes differ, naming both shapes: [batch, 1] and [batch] are not the same; or when
    ///         the loss is not defined for a value
    double value(Tensor prediction, Tensor target);

    /// Writes ∂value/∂prediction into `gradient`, which has the sizes of the prediction.
    ///
    /// @throws IllegalArgumentException as [#value(Tensor, Tensor)]
    void gradient(Tensor prediction, Tensor target, Tensor gradient);

    /// The mean loss of a batch whose samples or steps count differently: see [LossWeights] for what the mean is over.
    ///
    /// @throws IllegalArgumentException as [#value(Tensor, Tensor)]; when weights do not fit the prediction; or when the loss
    ///         takes no weights
    default double value(Tensor prediction, Tensor target, LossWeights weights) {
        requireNone(weights);
        return value(prediction, target);
    }

    /// Writes the derivative of the weighted value into `gradient`, which has the sizes of the prediction. It is exactly 0 for a
    /// row of weight 0.
    ///
    /// @throws IllegalArgumentException as [#value(Tensor, Tensor, LossWeights)]
    default void gradient(Tensor prediction, Tensor target, LossWeights weights, Tensor gradient) {
        requireNone(weights);
        gradient(prediction, target, gradient);
    }

    /// How many target values belong to that many outputs: as many, but for losses in which several outputs speak of one target.
    ///
    /// @throws IllegalArgumentException when the loss cannot do with that many outputs
    default int targets(int outputs) {
        return outputs;
    }

    /// The shape of the targets that belong to predictions of that shape, with or without a batch.
    ///
    /// @throws IllegalArgumentException as [#targets]
    default Shape targetShape(Shape prediction) {
        int targets = targets(prediction.last());
        if (targets == prediction.last()) {
            return prediction;
        }
        List<Axis> axes = new ArrayList<>(prediction.axes());
        axes.set(axes.size() - 1, new Axis("targets", targets));
        return new Shape(axes);
    }

    /// Checks that the targets are those that belong to predictions of that shape.
    ///
    /// @throws IllegalArgumentException when they are not, naming both shapes
    default void requireFit(Tensor prediction, Tensor target) {
        Rows.requireFit(this, prediction, target);
    }

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

    private void requireNone(LossWeights weights) {
        if (!weights.equals(LossWeights.NONE)) {
            throw new IllegalArgumentException("the loss " + name() + " takes no weights; train without them, or let it"
                    + " implement ElementwiseLoss, RowLoss or the two methods with LossWeights");
        }
    }
}
