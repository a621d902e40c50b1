package org.lstm4j.train;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;

/// Samples of which not every step counts.
///
/// @param all the samples; their own mask is not looked at
/// @param mask [count, steps]
record MaskedSamples(Samples all, StepMask mask) implements Samples {

    MaskedSamples {
        if (mask.batch() != all.count()) {
            throw new IllegalArgumentException("there are " + all.count() + " samples, but the mask is of "
                    + mask.batch() + "; say for each sample which steps count, or how many");
        }
        mask.requireFits(all.inputShape().withBatch(all.count()));
    }

    @Override
    public int count() {
        return all.count();
    }

    @Override
    public Shape inputShape() {
        return all.inputShape();
    }

    @Override
    public Shape targetShape() {
        return all.targetShape();
    }

    @Override
    public void copy(int sample, float[] inputs, int inputOffset, float[] targets, int targetOffset) {
        all.copy(sample, inputs, inputOffset, targets, targetOffset);
    }

    @Override
    public @Nullable Shape weightShape() {
        return all.weightShape();
    }

    @Override
    public void copyWeights(int sample, float[] weights, int offset) {
        all.copyWeights(sample, weights, offset);
    }

    @Override
    public boolean hasMask() {
        return true;
    }

    @Override
    public void copyMask(int sample, StepMask batch, int row) {
        batch.setRow(row, mask, sample);
    }
}
