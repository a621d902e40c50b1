package org.lstm4j.nn;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What is asked of a network may be one sample without a batch axis; so, as in PyTorch, is the answer then.
public final class BatchAxis {

    private BatchAxis() {}

    /// Whether inputs are one sample without a batch axis; else they have one.
    ///
    /// @param sample the shape of one sample
    /// @throws IllegalArgumentException when inputs have fewer axes than a sample, or more than a batch
    public static boolean isMissing(Shape sample, Tensor inputs) {
        int rank = inputs.shape().rank();
        if (rank != sample.rank() && rank != sample.rank() + 1) {
            throw new IllegalArgumentException("the network takes one sample " + sample + " or a batch "
                    + sample.withBatch(1).toString().replace("batch 1", "batch") + ", but the input is "
                    + inputs.shape() + "; reshape it to as many axes");
        }
        return rank == sample.rank();
    }

    /// One sample as a batch of one; elements are shared.
    public static Tensor add(Tensor sample) {
        return sample.reshape(sample.shape().withBatch(1));
    }

    /// A batch of one as that sample; elements are shared.
    public static Tensor remove(Tensor batch) {
        return batch.reshape(batch.shape().withoutBatch());
    }
}
