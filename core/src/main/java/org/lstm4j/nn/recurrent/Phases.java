package org.lstm4j.nn.recurrent;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;

/// Sequences [batch, steps] cut into phases, the steps that are a dilation apart, which are the rows of a batch for the inner layer:
///
/// ```
/// steps 0 1 2 3 4 5 6, dilation 3:    phase 0: 0 3 6    phase 1: 1 4    phase 2: 2 5
/// ```
///
/// Phase p of sequence b is row b·phases + p, and step t its step t / dilation. Where phases are not equally long, a mask says so.
/// Where only the last step is asked for, a sequence has one row, the phase that the last step is in.
final class Phases {

    private final int batch;
    private final int sequenceSteps;
    private final int dilation;
    private final WalkDirection direction;
    private final int phasesOfSequence;
    private final int steps;
    /// The phase that each row is.
    private final int[] phaseOfRow;
    private final StepMask innerMask;

    /// @param everyStep whether all phases are asked for, or only that of the last step
    Phases(int batch, int steps, int dilation, WalkDirection direction, boolean everyStep) {
        this.batch = batch;
        this.sequenceSteps = steps;
        this.dilation = dilation;
        this.direction = direction;
        phasesOfSequence = everyStep ? Math.min(dilation, steps) : 1;
        this.steps = Math.ceilDiv(steps, dilation);
        phaseOfRow = new int[Math.multiplyExact(batch, phasesOfSequence)];
        innerMask = StepMask.all(phaseOfRow.length, this.steps);
        for (int row = 0; row < phaseOfRow.length; row++) {
            phaseOfRow[row] = row % phasesOfSequence;
        }
    }

    /// Rows of the inner batch.
    int rows() {
        return phaseOfRow.length;
    }

    /// Steps of the inner batch, those of the longest phase.
    int steps() {
        return steps;
    }

    /// Takes over which steps of the sequences count.
    ///
    /// @param mask null for all
    /// @return which steps of the rows count; null for all
    @Nullable
    StepMask take(@Nullable StepMask mask) {
        if (phasesOfSequence == 1) {
            choosePhases(mask);
        }
        if (mask == null && (phasesOfSequence == 1 || sequenceSteps % dilation == 0)) {
            return null; // the phase of the first or last step is a longest one
        }
        for (int row = 0; row < rows(); row++) {
            int length = length(row);
            for (int step = 0; step < steps; step++) {
                innerMask.set(row, step,
                        step < length && (mask == null || mask.counts(sequence(row), step(row, step))));
            }
        }
        return innerMask;
    }

    /// Of each sequence the phase of the step that its walk ends with.
    private void choosePhases(@Nullable StepMask mask) {
        for (int row = 0; row < batch; row++) {
            int end = direction.isBackwards() ? 0 : sequenceSteps - 1;
            int onwards = direction.isBackwards() ? 1 : -1;
            while (mask != null && end >= 0 && end < sequenceSteps && !mask.counts(row, end)) {
                end += onwards;
            }
            phaseOfRow[row] = Math.clamp(end, 0, sequenceSteps - 1) % dilation;
        }
    }

    /// Copies what stands at the steps of sequences, [batch, steps, width], to [rows, steps, width].
    ///
    /// @param order whether the sequences stand in the order of their steps, or in reverse
    void toRows(float[] sequences, int width, WalkDirection order, float[] rows) {
        for (int row = 0; row < rows(); row++) {
            for (int step = 0; step < length(row); step++) {
                System.arraycopy(sequences, at(row, step, order) * width, rows, (row * steps + step) * width, width);
            }
        }
    }

    /// Copies the other way. Steps in no row stay as they are.
    void toSequences(float[] rows, int width, WalkDirection order, float[] sequences) {
        for (int row = 0; row < rows(); row++) {
            for (int step = 0; step < length(row); step++) {
                System.arraycopy(rows, (row * steps + step) * width, sequences, at(row, step, order) * width, width);
            }
        }
    }

    /// The place of a row's step among the steps of all sequences.
    private int at(int row, int step, WalkDirection order) {
        int own = step(row, step);
        return sequence(row) * sequenceSteps + (order.isBackwards() ? sequenceSteps - 1 - own : own);
    }

    private int sequence(int row) {
        return row / phasesOfSequence;
    }

    private int step(int row, int step) {
        return phaseOfRow[row] + step * dilation;
    }

    private int length(int row) {
        return Math.ceilDiv(sequenceSteps - phaseOfRow[row], dilation);
    }
}
