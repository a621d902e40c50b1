package org.lstm4j.nn.loss;

import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// How much each row of a batch counts. A row is the outputs of one sample, or of one sample at one step.
///
/// There are two kinds, which differ in what the mean is over:
///
/// | kind | loss of the batch | meaning |
/// |---|---|---|
/// | weights wᵢ ≥ 0 | Σ wᵢ·lᵢ / rows | Keras' `sample_weight`. Divided by all rows, not by the sum of the weights: a sample of weight 2 pulls twice as hard in every batch, whatever else is in it |
/// | mask mᵢ, 0 or 1 | Σ mᵢ·lᵢ / Σ mᵢ | Keras' mask. Padding is as if it were not there: a short sequence teaches as much as if it had come alone, however long the others of its batch are |
/// | both | Σ mᵢ·wᵢ·lᵢ / Σ mᵢ | |
///
/// A row of weight or mask 0 is not looked at: its target may be NaN. When a mask leaves nothing, loss and gradient are 0.
/// Without weights, or with ones alone, results have the same bytes. The tensors are shared, not copied: they may be filled
/// anew for each batch.
///
/// @param weights `[batch]`, or `[batch, steps]` where every step has outputs; finite, none below 0; null for all 1
/// @param mask `[batch]` or `[batch, steps]`; 1 where a row counts, 0 where it does not; null for all 1
public record LossWeights(@Nullable Tensor weights, @Nullable Tensor mask) {

    /// Every row counts the same.
    public static final LossWeights NONE = new LossWeights(null, null);

    /// Weights without a mask.
    public static LossWeights of(Tensor weights) {
        return new LossWeights(weights, null);
    }

    /// A mask without weights.
    public static LossWeights masked(Tensor mask) {
        return new LossWeights(null, mask);
    }

    /// How many rows predictions of that shape have.
    public static int rows(Shape prediction) {
        int rows = 1;
        for (int axis = 0; axis < prediction.rank() - 1; axis++) {
            rows *= prediction.size(axis);
        }
        return rows;
    }

    /// Checks weights and mask.
    ///
    /// @throws IllegalArgumentException when they do not fit the prediction, or hold other numbers than they may
    public void requireFit(Shape prediction) {
        if (weights != null) {
            requireFit("weights", weights.shape(), prediction);
            requireWeights(weights.data());
        }
        if (mask != null) {
            requireFit("mask", mask.shape(), prediction);
            requireMask(mask.data());
        }
    }

    /// How many rows the mean is over: those that the mask leaves.
    ///
    /// @throws IllegalArgumentException as [#requireFit(Shape)]
    public int counted(Shape prediction) {
        requireFit(prediction);
        int rows = rows(prediction);
        if (mask == null) {
            return rows;
        }
        int counted = 0;
        for (int row = 0; row < rows; row++) {
            counted += at(mask, row, rows) == 0f ? 0 : 1;
        }
        return counted;
    }

    /// The sum of all rows' weights.
    ///
    /// @throws IllegalArgumentException as [#requireFit(Shape)]
    public double total(Shape prediction) {
        int counted = counted(prediction);
        if (weights == null) {
            return counted;
        }
        int rows = rows(prediction);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += weightOf(row, rows);
        }
        return sum;
    }

    /// The weight of one row, 0 where it is masked.
    ///
    /// @param rows of the batch
    public float weightOf(int row, int rows) {
        if (mask != null && at(mask, row, rows) == 0f) {
            return 0f;
        }
        return weights == null ? 1f : at(weights, row, rows);
    }

    /// One number for each row, or for each sample with all its steps.
    private static float at(Tensor tensor, int row, int rows) {
        return tensor.data()[row / (rows / tensor.data().length)];
    }

    private static void requireFit(String what, Shape shape, Shape prediction) {
        boolean fits = shape.rank() >= 1 && shape.rank() < prediction.rank();
        for (int axis = 0; fits && axis < shape.rank(); axis++) {
            fits = shape.size(axis) == prediction.size(axis);
        }
        if (!fits) {
            throw new IllegalArgumentException("the network predicts " + prediction + ", but the " + what + " are "
                    + shape + "; give one for each sample, [batch], or for each step, [batch, steps], where the network"
                    + " predicts [batch, steps, outputs]");
        }
    }

    private static void requireWeights(float[] values) {
        for (int index = 0; index < values.length; index++) {
            if (!(values[index] >= 0f && values[index] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + index + " is " + values[index]
                        + "; weights must be finite and not below 0, 0 for what shall not count");
            }
        }
    }

    private static void requireMask(float[] values) {
        for (int index = 0; index < values.length; index++) {
            if (values[index] != 0f && values[index] != 1f) {
                throw new IllegalArgumentException("element " + index + " of the mask is " + values[index]
                        + "; a mask has 1 where a row counts and 0 where it does not; use weights for shares");
            }
        }
    }
}
