package org.lstm4j.train.metric;

import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Tensor;

/// A metric while it is gathered over batches. Mutable; one caller at a time. Sums run in the order of the calls in double: the
/// same batches give the same bits, other batches of the same samples a result that differs by rounding alone.
public interface MetricAccumulator {

    /// Adds a batch. Rows of weight 0 are not looked at.
    ///
    /// @param prediction `[batch, outputs]` or `[batch, steps, outputs]`
    /// @param target the same sizes, but where the metric says otherwise
    /// @throws IllegalArgumentException when sizes or weights do not fit, naming the shapes
    void update(Tensor prediction, Tensor target, LossWeights weights);

    /// Adds a batch of which all rows count the same.
    default void update(Tensor prediction, Tensor target) {
        update(prediction, target, LossWeights.NONE);
    }

    /// The metric over all batches since the beginning or the last reset; NaN when it is undefined, as before any sample.
    double result();

    /// Forgets all batches.
    void reset();
}
