package org.lstm4j.train;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Brings the steps that a network says do not count into the weights of a loss: padding is neither learnt nor judged.
///
/// Keeps what it makes, so that batch after batch nothing is allocated.
final class OutputMask {

    private @Nullable Tensor counting;
    private @Nullable LossWeights given;
    private LossWeights combined = LossWeights.NONE;

    /// The weights, with a mask where the network has one.
    ///
    /// @param mask of the network's output after its last forward; null when all steps count
    LossWeights apply(LossWeights weights, @Nullable StepMask mask) {
        if (mask == null) {
            return weights;
        }
        Tensor values = counting(mask);
        if (!weights.equals(given)) { // tensors are equal only when they are the same
            given = weights;
            combined = new LossWeights(weights.weights(), values);
        }
        fill(values, mask, weights.mask());
        return combined;
    }

    private Tensor counting(StepMask mask) {
        Shape shape = Shape.of(Axis.batch(mask.batch()), Axis.steps(mask.steps()));
        Tensor kept = counting;
        if (kept == null || !kept.shape().sameSizes(shape)) {
            kept = Tensor.zeros(shape);
            counting = kept;
            given = null;
        }
        return kept;
    }

    /// @param other a mask of samples or of steps, which counts as well
    private static void fill(Tensor values, StepMask mask, @Nullable Tensor other) {
        for (int index = 0; index < values.data().length; index++) {
            boolean counts = mask.counts(index / mask.steps(), index % mask.steps());
            float also = other == null ? 1f : other.data()[index / (values.data().length / other.data().length)];
            values.data()[index] = counts ? also : 0f;
        }
    }
}
