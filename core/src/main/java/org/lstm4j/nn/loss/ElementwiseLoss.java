package org.lstm4j.nn.loss;

import org.lstm4j.tensor.Tensor;

/// A loss that looks at each output by itself: the mean over all elements of a function of prediction and target.
///
/// A loss of one's own needs its name and the two functions. Where only the error matters, [ErrorLoss] is shorter.
public interface ElementwiseLoss extends RowLoss {

    /// The loss of one element.
    double of(double prediction, double target);

    /// Its derivative with respect to the prediction.
    float slope(float prediction, float target);

    @Override
    default double rowValue(Tensor prediction, Tensor target, int row) {
        int outputs = prediction.shape().last();
        double sum = 0;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            sum += of(prediction.data()[index], target.data()[index]);
        }
        return sum / outputs;
    }

    @Override
    default void addRowGradient(Tensor prediction, Tensor target, int row, float factor, Tensor gradient) {
        int outputs = prediction.shape().last();
        float share = factor / outputs;
        for (int index = row * outputs; index < (row + 1) * outputs; index++) {
            gradient.data()[index] += slope(prediction.data()[index], target.data()[index]) * share;
        }
    }

    /// One sum over all elements in their order.
    @Override
    default double value(Tensor prediction, Tensor target, LossWeights weights) {
        requireFit(prediction, target);
        float[] predicted = prediction.data();
        float[] wanted = target.data();
        int rows = LossWeights.rows(prediction.shape());
        int outputs = prediction.shape().last();
        int counted = weights.counted(prediction.shape());
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            float weight = weights.weightOf(row, rows);
            for (int index = row * outputs; weight != 0f && index < (row + 1) * outputs; index++) {
                sum += weight * of(predicted[index], wanted[index]);
            }
        }
        return counted == 0 ? 0 : sum / ((double) counted * outputs);
    }

    @Override
    default void gradient(Tensor prediction, Tensor target, LossWeights weights, Tensor gradient) {
        requireFit(prediction, target);
        float[] predicted = prediction.data();
        float[] wanted = target.data();
        float[] slopes = gradient.data();
        int rows = LossWeights.rows(prediction.shape());
        int outputs = prediction.shape().last();
        float share = 1f / (weights.counted(prediction.shape()) * outputs);
        for (int row = 0; row < rows; row++) {
            float weight = weights.weightOf(row, rows);
            float factor = weight * share;
            for (int index = row * outputs; index < (row + 1) * outputs; index++) {
                slopes[index] = weight == 0f ? 0f : slope(predicted[index], wanted[index]) * factor;
            }
        }
    }
}
