package org.lstm4j.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.LossWeights;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The arrays of a batch, filled again and again.
///
/// @param inputs [batch, …]
/// @param targets [batch, …]
/// @param weights how much each sample or step counts
/// @param mask which steps of the inputs count; null when all do
record Batch(Tensor inputs, Tensor targets, LossWeights weights, @Nullable StepMask mask) {

    static Batch of(Samples samples, int size) {
        Shape weightShape = samples.weightShape();
        return new Batch(
                Tensor.zeros(samples.inputShape().withBatch(size)),
                Tensor.zeros(samples.targetShape().withBatch(size)),
                weightShape == null
                        ? LossWeights.NONE
                        : LossWeights.of(Tensor.zeros(weightShape.withBatch(size))),
                samples.hasMask() ? StepMask.all(size, samples.inputShape().size(0)) : null);
    }

    /// An empty batch for so many steps of these sequences `[batch, steps, …]`.
    Batch ofSteps(int steps) {
        Tensor ofSamples = weights.weights();
        boolean ofEachStep = ofSamples != null && ofSamples.shape().rank() > 1;
        return new Batch(ofSteps(inputs, steps), ofSteps(targets, steps),
                ofSamples != null && ofEachStep ? LossWeights.of(ofSteps(ofSamples, steps)) : weights,
                mask == null ? null : StepMask.all(inputs.batch(), steps));
    }

    private static Tensor ofSteps(Tensor whole, int steps) {
        List<Axis> axes = new ArrayList<>(whole.shape().axes());
        axes.set(1, Axis.steps(steps));
        return Tensor.zeros(new Shape(axes));
    }

    /// Takes as many steps as it has room for from whole sequences; weights of samples are shared with them.
    ///
    /// @param first the first step taken
    void copySteps(Batch whole, int first) {
        copySteps(whole.inputs, first, inputs);
        copySteps(whole.targets, first, targets);
        Tensor from = whole.weights.weights();
        Tensor to = weights.weights();
        if (from != null && to != null && from != to) {
            copySteps(from, first, to);
        }
        if (mask != null && whole.mask != null) {
            mask.setSteps(whole.mask, first);
        }
    }

    private static void copySteps(Tensor whole, int first, Tensor piece) {
        int batch = piece.batch();
        int row = piece.data().length / batch;
        int wholeRow = whole.data().length / batch;
        int from = first * (row / piece.shape().size(1));
        for (int sample = 0; sample < batch; sample++) {
            System.arraycopy(whole.data(), sample * wholeRow + from, piece.data(), sample * row, row);
        }
    }

    /// Gathers the samples `order[from]`, `order[from + 1]`, … until the batch is full.
    void gather(Samples samples, int[] order, int from) {
        int size = inputs.batch();
        int inputSize = inputs.data().length / size;
        int targetSize = targets.data().length / size;
        for (int row = 0; row < size; row++) {
            samples.copy(order[from + row], inputs.data(), row * inputSize, targets.data(), row * targetSize);
        }
        Tensor ofSamples = weights.weights();
        if (ofSamples != null) {
            gatherWeights(samples, order, from, ofSamples.data());
        }
        if (mask != null) {
            gatherMask(samples, order, from, mask);
        }
    }

    /// Sets inputs to 0 at steps that do not count: layers may look at these, and times 0 not even NaN would be harmless.
    private void gatherMask(Samples samples, int[] order, int from, StepMask gathered) {
        int stepSize = inputs.data().length / (gathered.batch() * gathered.steps());
        for (int row = 0; row < gathered.batch(); row++) {
            samples.copyMask(order[from + row], gathered, row);
            for (int step = 0; step < gathered.steps(); step++) {
                int at = (row * gathered.steps() + step) * stepSize;
                if (!gathered.counts(row, step)) {
                    Arrays.fill(inputs.data(), at, at + stepSize, 0f);
                }
            }
        }
    }

    private void gatherWeights(Samples samples, int[] order, int from, float[] gathered) {
        int size = inputs.batch();
        int weightSize = gathered.length / size;
        for (int row = 0; row < size; row++) {
            samples.copyWeights(order[from + row], gathered, row * weightSize);
        }
    }

    /// The largest magnitude in inputs and targets; NaN when there is one.
    float largest() {
        return Math.max(largest(inputs.data()), largest(targets.data()));
    }

    /// The same for all samples.
    static float largest(Samples samples) {
        Batch one = of(samples, 1);
        float largest = 0f;
        for (int sample = 0; sample < samples.count(); sample++) {
            one.gather(samples, new int[]{sample}, 0);
            largest = Math.max(largest, one.largest());
        }
        return largest;
    }

    private static float largest(float[] values) {
        float largest = 0f;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
