package org.lstm4j.train;

import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.ClassWeights;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Samples with weights that stand in memory.
///
/// @param all the samples; their own weights are not looked at
/// @param weights `[count]`, or `[count, steps]`
record WeightedSamples(Samples all, Tensor weights) implements Samples {

    WeightedSamples {
        if (weights.shape().rank() < 1 || weights.batch() != all.count()) {
            throw new IllegalArgumentException("there are " + all.count() + " samples, but the weights are "
                    + weights.shape() + "; give one weight for each sample, or for each step of it");
        }
    }

    /// Multiplies the weights of samples by those of their classes.
    ///
    /// @throws IllegalArgumentException when a target is not of a class
    static Samples of(Samples samples, ClassWeights classes) {
        Batch one = Batch.of(samples, 1);
        Tensor weights = classes.sampleWeights(one.targets());
        Tensor all = Tensor.zeros(weights.shape().withoutBatch().withBatch(samples.count()));
        int size = weights.data().length;
        for (int sample = 0; sample < samples.count(); sample++) {
            one.gather(samples, new int[]{sample}, 0);
            float[] ofClass = classes.sampleWeights(one.targets()).data();
            for (int index = 0; index < size; index++) {
                all.data()[sample * size + index] = ofClass[index] * one.weights().weightOf(index, size);
            }
        }
        return new WeightedSamples(samples, all);
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
    public Shape weightShape() {
        return weights.shape().withoutBatch();
    }

    @Override
    public boolean hasMask() {
        return all.hasMask();
    }

    @Override
    public void copyMask(int sample, StepMask batch, int row) {
        all.copyMask(sample, batch, row);
    }

    @Override
    public void copy(int sample, float[] inputs, int inputOffset, float[] targets, int targetOffset) {
        all.copy(sample, inputs, inputOffset, targets, targetOffset);
    }

    @Override
    public void copyWeights(int sample, float[] batch, int offset) {
        int size = weights.data().length / Math.max(1, weights.batch());
        System.arraycopy(weights.data(), sample * size, batch, offset, size);
    }
}
