package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// A loss in which several outputs speak of one target value: quantiles of it, or the parameters of its distribution.
///
/// The outputs of a row stand as [targets, group]: all outputs of the first target value, then those of the next. A network
/// that foretells 24 steps with a mean and a scale each has 48 outputs, and targets [batch, 24]. The loss is the mean over all
/// target values.
public interface GroupedLoss extends RowLoss {

    /// How many outputs speak of one target value.
    int groupSize();

    /// The loss of one target value.
    ///
    /// @param outputs those of the batch; the group begins at `from`
    double of(float[] outputs, int from, float target);

    /// Adds factor times its derivatives with respect to the outputs of the group to `slopes`, at the same places.
    void addSlopes(float[] outputs, int from, float target, float factor, float[] slopes);

    @Override
    default int targets(int outputs) {
        if (outputs % groupSize() != 0) {
            throw new IllegalArgumentException("the loss " + name() + " takes " + groupSize()
                    + " outputs for each target value, but the network has " + outputs
                    + " outputs; give the last layer "
                    + groupSize() + " units for each value to foretell");
        }
        return outputs / groupSize();
    }

    @Override
    default double rowValue(Tensor prediction, Tensor target, int row) {
        int targets = target.shape().last();
        double sum = 0;
        for (int index = row * targets; index < (row + 1) * targets; index++) {
            sum += of(prediction.data(), index * groupSize(), target.data()[index]);
        }
        return sum / targets;
    }

    @Override
    default void addRowGradient(Tensor prediction, Tensor target, int row, float factor, Tensor gradient) {
        int targets = target.shape().last();
        float share = factor / targets;
        for (int index = row * targets; index < (row + 1) * targets; index++) {
            addSlopes(prediction.data(), index * groupSize(), target.data()[index], share, gradient.data());
        }
    }
}
