package org.lstm4j.nn.loss;

import java.util.Arrays;
import org.lstm4j.tensor.Tensor;

/// A loss that looks at a row at a time: all outputs of one sample, or of one sample at one step. The loss of a batch is the
/// mean over its rows,
///
/// ```
/// L = Σ wᵢ·lᵢ / n        wᵢ = 1 and n = rows without weights; see LossWeights
/// ```
///
/// Row r of a prediction [batch, outputs] or [batch, steps, outputs] is its elements r · outputs to (r + 1) · outputs, and
/// of the target likewise.
public interface RowLoss extends Loss {

    /// l: the loss of one row.
    double rowValue(Tensor prediction, Tensor target, int row);

    /// Adds factor · ∂l/∂prediction to that row of `gradient`, which has the sizes of the prediction.
    void addRowGradient(Tensor prediction, Tensor target, int row, float factor, Tensor gradient);

    @Override
    default double value(Tensor prediction, Tensor target) {
        return value(prediction, target, LossWeights.NONE);
    }

    @Override
    default void gradient(Tensor prediction, Tensor target, Tensor gradient) {
        gradient(prediction, target, LossWeights.NONE, gradient);
    }

    @Override
    default double value(Tensor prediction, Tensor target, LossWeights weights) {
        requireFit(prediction, target);
        int rows = LossWeights.rows(prediction.shape());
        int counted = weights.counted(prediction.shape());
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            float weight = weights.weightOf(row, rows);
            if (weight != 0f) {
                sum += weight * rowValue(prediction, target, row);
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    @Override
    default void gradient(Tensor prediction, Tensor target, LossWeights weights, Tensor gradient) {
        requireFit(prediction, target);
        int rows = LossWeights.rows(prediction.shape());
        float share = 1f / weights.counted(prediction.shape());
        Arrays.fill(gradient.data(), 0f);
        for (int row = 0; row < rows; row++) {
            float weight = weights.weightOf(row, rows);
            if (weight != 0f) {
                addRowGradient(prediction, target, row, weight * share, gradient);
            }
        }
    }
}
