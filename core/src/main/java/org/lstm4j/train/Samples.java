package org.lstm4j.train;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.loss.LossWeights;
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

    /// The shape of one sample's weights: `[]` for a number, `[steps]` where every step has one; null when all samples count the
    /// same.
    default @Nullable Shape weightShape() {
        return null;
    }

    /// Copies the weights of one sample into a batch; called only where there is a [#weightShape].
    ///
    /// @param sample its number, from 0
    default void copyWeights(int sample, float[] weights, int offset) {
        throw new IllegalStateException("these samples have no weights, but a shape of weights: implement copyWeights");
    }

    /// These samples, each of which counts as much as its weight says: see [LossWeights]. Weights they have already are
    /// replaced. Keras' `sample_weight`.
    ///
    /// @param weights `[samples]`, or `[samples, steps]` where the network gives an output at each step; shared, not copied
    /// @throws IllegalArgumentException when there are not as many weights as samples
    default Samples withWeights(Tensor weights) {
        return new WeightedSamples(this, weights);
    }

    /// Whether there are steps of inputs that do not count, such as padding.
    default boolean hasMask() {
        return false;
    }

    /// Says in the mask of a batch which steps of one sample count; called only where there is one: [#hasMask].
    ///
    /// @param sample its number, from 0
    /// @param row of the batch
    default void copyMask(int sample, StepMask batch, int row) {
        throw new IllegalStateException("these samples say that they have a mask: implement copyMask");
    }

    /// These samples as sequences of different lengths, padded to one: what is padding is neither learnt nor judged, and no work. What
    /// stands there, in inputs and targets, does not matter.
    ///
    /// {@snippet :
    /// Samples samples = Samples.of(inputs, targets).withLengths(12, 7, 30);
    /// }
    ///
    /// @param lengths steps of each sample that count, its first ones, from 0 to all
    /// @throws IllegalArgumentException when there are not as many lengths as samples, or one is longer than the samples are
    default Samples withLengths(int... lengths) {
        return withMask(StepMask.ofLengths(inputShape().size(0), lengths));
    }

    /// These samples, of which not every step counts; a mask they have already is replaced.
    ///
    /// @param mask [samples, steps] of the inputs; shared, not copied
    /// @throws IllegalArgumentException when it is not
    default Samples withMask(StepMask mask) {
        return new MaskedSamples(this, mask);
    }

    /// Samples that stand in memory: `[batch, …]` each.
    ///
    /// @throws IllegalArgumentException when there are not as many inputs as targets
    static Samples of(Tensor inputs, Tensor targets) {
        return new TensorSamples(inputs, targets);
    }
}
