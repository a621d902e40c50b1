package org.lstm4j.train;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Inputs and their targets, by number. Batches are gathered from it, so that windows of a long series need not all stand in
/// memory at once.
public interface Samples {

    /// How many there are.
    int count();

    /// The shape of one input: `[steps, features]`.
    Shape inputShape();

    /// The shape of one target: `[outputs]`.
    Shape targetShape();

    /// Copies one sample into a batch.
    ///
    /// @param sample its number, from 0
    void copy(int sample, float[] inputs, int inputOffset, float[] targets, int targetOffset);

    /// Samples that stand in memory: `[batch, …]` each.
    ///
    /// @throws IllegalArgumentException when there are not as many inputs as targets
    static Samples of(Tensor inputs, Tensor targets) {
        return new TensorSamples(inputs, targets);
    }
}
