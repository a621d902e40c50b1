package org.lstm4j.train;

import org.lstm4j.tensor.Tensor;

/// The arrays of a batch, filled again and again.
///
/// @param inputs [batch, …]
/// @param targets [batch, …]
record Batch(Tensor inputs, Tensor targets) {

    static Batch of(Samples samples, int size) {
        return new Batch(
                Tensor.zeros(samples.inputShape().withBatch(size)),
                Tensor.zeros(samples.targetShape().withBatch(size)));
    }

    /// Gathers the samples `order[from]`, `order[from + 1]`, … until the batch is full.
    void gather(Samples samples, int[] order, int from) {
        int size = inputs.batch();
        int inputSize = inputs.data().length / size;
        int targetSize = targets.data().length / size;
        for (int row = 0; row < size; row++) {
            samples.copy(order[from + row], inputs.data(), row * inputSize, targets.data(), row * targetSize);
        }
    }
}
