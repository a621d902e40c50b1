package org.lstm4j.nn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;

/// Which steps of a batch's sequences count, [batch, steps]: sequences of different lengths are padded to one, and what fills
/// them up does not count; nor does a step whose values are missing.
///
/// Recurrent layers walk over the steps that count as if there were no others. Mutable: whoever made a mask may change it
/// between runs. Not thread-safe.
public final class StepMask {

    private final int batch;
    private final int steps;
    private final boolean[] counts;

    private StepMask(int batch, int steps) {
        this.batch = batch;
        this.steps = steps;
        counts = new boolean[Math.multiplyExact(batch, steps)];
    }

    /// A mask by which every step counts.
    public static StepMask all(int batch, int steps) {
        StepMask mask = new StepMask(batch, steps);
        Arrays.fill(mask.counts, true);
        return mask;
    }

    /// Sequences whose first steps count, as many as their length, and whose rest is padding.
    ///
    /// @param steps of the longest sequence, or more
    /// @param lengths one a sequence, from 0 to `steps`
    /// @throws IllegalArgumentException when a length is not
    public static StepMask ofLengths(int steps, int... lengths) {
        StepMask mask = new StepMask(lengths.length, steps);
        for (int row = 0; row < lengths.length; row++) {
            if (lengths[row] < 0 || lengths[row] > steps) {
                throw new IllegalArgumentException("sequence " + row + " has length " + lengths[row]
                        + ", but must have 0 to " + steps + " steps; pad the data to the longest sequence");
            }
            Arrays.fill(mask.counts, row * steps, row * steps + lengths[row], true);
        }
        return mask;
    }

    /// A mask of these values, a row a sequence.
    ///
    /// @throws IllegalArgumentException when rows differ in length
    public static StepMask of(boolean[][] counts) {
        int steps = counts.length == 0 ? 0 : counts[0].length;
        StepMask mask = new StepMask(counts.length, steps);
        for (int row = 0; row < counts.length; row++) {
            if (counts[row].length != steps) {
                throw new IllegalArgumentException("sequence " + row + " has a mask of " + counts[row].length
                        + " steps, but sequence 0 one of " + steps + "; all need the same number");
            }
            System.arraycopy(counts[row], 0, mask.counts, row * steps, steps);
        }
        return mask;
    }

    /// A layer's mask, if it is one of the steps of its output, as far as shapes tell; else null.
    ///
    /// @param mask what [LayerPass#outputMask] gave
    /// @param output `[batch, …]`
    public static @Nullable StepMask handedOn(@Nullable StepMask mask, Shape output) {
        return mask != null && output.rank() > 2 && output.size(1) == mask.steps ? mask : null;
    }

    public int batch() {
        return batch;
    }

    public int steps() {
        return steps;
    }

    /// Whether a step of a sequence counts.
    public boolean counts(int row, int step) {
        return counts[row * steps + step];
    }

    /// Says whether a step of a sequence counts.
    public void set(int row, int step, boolean value) {
        counts[row * steps + step] = value;
    }

    /// Takes over another mask of the same size.
    ///
    /// @throws IllegalArgumentException when the other is of another size
    public void set(StepMask other) {
        other.requireSize(batch, steps);
        System.arraycopy(other.counts, 0, counts, 0, counts.length);
    }

    /// Keeps only those steps that count in another mask of the same size too.
    ///
    /// @throws IllegalArgumentException when the other is of another size
    public void keep(StepMask other) {
        other.requireSize(batch, steps);
        for (int index = 0; index < counts.length; index++) {
            counts[index] &= other.counts[index];
        }
    }

    /// Takes over one sequence of another mask with as many steps.
    ///
    /// @throws IllegalArgumentException when the other has another number of steps
    public void setRow(int row, StepMask other, int otherRow) {
        other.requireSize(other.batch, steps);
        System.arraycopy(other.counts, otherRow * steps, counts, row * steps, steps);
    }

    /// Takes over as many steps as this mask has from one of the same sequences that has more.
    ///
    /// @param first the first step taken
    /// @throws IllegalArgumentException when the other has other sequences, or too few steps
    public void setSteps(StepMask whole, int first) {
        whole.requireSize(batch, Math.max(whole.steps, first + steps));
        for (int row = 0; row < batch; row++) {
            System.arraycopy(whole.counts, row * whole.steps + first, counts, row * steps, steps);
        }
    }

    /// Takes over another mask of the same size, each sequence's steps in reverse order.
    ///
    /// @throws IllegalArgumentException when the other is of another size
    public void setReversed(StepMask other) {
        other.requireSize(batch, steps);
        for (int row = 0; row < batch; row++) {
            for (int step = 0; step < steps; step++) {
                set(row, step, other.counts(row, steps - 1 - step));
            }
        }
    }

    /// How many steps of a sequence count.
    public int length(int row) {
        int length = 0;
        for (int step = 0; step < steps; step++) {
            length += counts(row, step) ? 1 : 0;
        }
        return length;
    }

    /// The last step of a sequence that counts; −1 when none does.
    public int lastStep(int row) {
        int step = steps - 1;
        while (step >= 0 && !counts(row, step)) {
            step--;
        }
        return step;
    }

    /// Whether it is for batches of that size.
    ///
    /// @throws IllegalArgumentException when it is not
    public void requireSize(int expectedBatch, int expectedSteps) {
        if (batch != expectedBatch || steps != expectedSteps) {
            throw new IllegalArgumentException("the mask is [batch " + batch + ", steps " + steps
                    + "], but the input is [batch " + expectedBatch + ", steps " + expectedSteps
                    + ", features]; a mask has one value for every step of every sequence");
        }
    }

    /// Whether it is for batches of that shape.
    ///
    /// @param batchShape `[batch, steps, …]`
    /// @throws IllegalArgumentException when it is not
    public void requireFits(Shape batchShape) {
        if (batchShape.rank() < 2) {
            throw new IllegalArgumentException("there is a mask [batch " + batch + ", steps " + steps
                    + "], but the input is " + batchShape + ", which has no steps; leave the mask out");
        }
        requireSize(batchShape.size(0), batchShape.size(1));
    }

    @Override
    public String toString() {
        return "StepMask[batch " + batch + ", steps " + steps + "]";
    }
}
