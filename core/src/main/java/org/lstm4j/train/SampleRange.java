package org.lstm4j.train;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;

/// Some samples in a row as samples of their own.
///
/// @param from the first, from 0
/// @param to the one after the last
record SampleRange(Samples all, int from, int to) implements Samples {

    @Override
    public int count() {
        return to - from;
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
    public @Nullable Shape weightShape() {
        return all.weightShape();
    }

    @Override
    public void copyWeights(int sample, float[] weights, int offset) {
        all.copyWeights(from + sample, weights, offset);
    }

    @Override
    public boolean hasMask() {
        return all.hasMask();
    }

    @Override
    public void copyMask(int sample, StepMask batch, int row) {
        all.copyMask(from + sample, batch, row);
    }

    @Override
    public void copy(int sample, float[] inputs, int inputOffset, float[] targets, int targetOffset) {
        all.copy(from + sample, inputs, inputOffset, targets, targetOffset);
    }
}
