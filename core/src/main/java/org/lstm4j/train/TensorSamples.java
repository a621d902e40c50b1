package org.lstm4j.train;

import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Samples that stand in memory.
record TensorSamples(Tensor inputs, Tensor targets) implements Samples {

    TensorSamples {
        if (inputs.batch() != targets.batch()) {
            throw new IllegalArgumentException("there are " + inputs.batch() + " inputs " + inputs.shape() + ", but "
                    + targets.batch() + " targets " + targets.shape() + "; every sample needs one of each");
        }
    }

    @Override
    public int count() {
        return inputs.batch();
    }

    @Override
    public Shape inputShape() {
        return inputs.shape().withoutBatch();
    }

    @Override
    public Shape targetShape() {
        return targets.shape().withoutBatch();
    }

    @Override
    public void copy(int sample, float[] inputBatch, int inputOffset, float[] targetBatch, int targetOffset) {
        int inputSize = inputs.data().length / Math.max(1, count());
        int targetSize = targets.data().length / Math.max(1, count());
        System.arraycopy(inputs.data(), sample * inputSize, inputBatch, inputOffset, inputSize);
        System.arraycopy(targets.data(), sample * targetSize, targetBatch, targetOffset, targetSize);
    }
}
