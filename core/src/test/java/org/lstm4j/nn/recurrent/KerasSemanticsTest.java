package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Keras' options of recurrent layers in numbers to be worked out by hand: h_t = x_t + h_{t−1}/2 by [HalvingCell].
class KerasSemanticsTest {

    private static final SequenceOptions LAST = SequenceOptions.LAST_STEP;
    private static final SequenceOptions EVERY = LAST.withReturnSequences(true);
    private static final StepMask MIDDLE_MISSING = StepMask.of(new boolean[][]{{true, false, true}});

    /// 1, 2 + 1/2, 8 + 2.5/2
    @ParameterizedTest
    @EnumSource
    void goesForwardsFromZero(HalvingCell cell) {
        assertThat(run(cell.layer(EVERY), row(1, 2, 8))).containsExactly(1f, 2.5f, 9.25f);
        assertThat(run(cell.layer(LAST), row(1, 2, 8))).containsExactly(9.25f);
    }

    /// Reads 8, 2, 1: 8, 2 + 8/2, 1 + 6/2, and gives them in that order, the sequence reversed.
    @ParameterizedTest
    @EnumSource
    void goesBackwardsAndReturnsTheReversedSequence(HalvingCell cell) {
        assertThat(run(cell.layer(EVERY.withGoBackwards(true)), row(1, 2, 8))).containsExactly(8f, 6f, 4f);
        assertThat(run(cell.layer(LAST.withGoBackwards(true)), row(1, 2, 8))).containsExactly(4f);
    }

    /// 1, passed over, 8 + 1/2: were the masked step one of zeros, the last were 8 + 0.5/2 = 8.25. Keras' output at the masked step
    /// is 0 with `zero_output_for_mask` and else 1, the one before.
    @ParameterizedTest
    @EnumSource
    void aMaskedStepCopiesTheStateAndReturnsZero(HalvingCell cell) {
        RecurrentPass every = inference(cell.layer(EVERY), 1, 3);
        assertThat(every.forward(row(1, 2, 8), MIDDLE_MISSING).data()).containsExactly(1f, 0f, 8.5f);
        RecurrentPass last = inference(cell.layer(LAST), 1, 3);
        assertThat(last.forward(row(1, 2, 8), MIDDLE_MISSING).data()).containsExactly(8.5f);
    }

    /// The state and the last output are those after the last step that counts, 2 + 1/2; before the first it is 0.
    @ParameterizedTest
    @EnumSource
    void theLastStepThatCountsIsTheLast(HalvingCell cell) {
        RecurrentPass pass = inference(cell.layer(LAST), 2, 3);
        Tensor input = Tensor.of(Shape.sequence(3, 1).withBatch(2), 1, 2, 8, 9, 9, 9);
        assertThat(pass.forward(input, StepMask.ofLengths(3, 2, 0)).data()).containsExactly(2.5f, 0f);
        RecurrentState state = pass.newState();
        pass.finalState(state);
        assertThat(state.hidden().data()).containsExactly(2.5f, 0f);
        if (cell == HalvingCell.LSTM) {
            assertThat(state.cell().data()).containsExactly(2.5f, 0f);
        }
    }

    /// Reads 8 and 1: 8, 1 + 8/2. Padding at the end, read first, is passed over: 2, 1 + 2/2 stand after it, as in Keras.
    @ParameterizedTest
    @EnumSource
    void masksGoBackwardsToo(HalvingCell cell) {
        RecurrentPass pass = inference(cell.layer(EVERY.withGoBackwards(true)), 1, 3);
        assertThat(pass.forward(row(1, 2, 8), MIDDLE_MISSING).data()).containsExactly(8f, 0f, 5f);
        StepMask padding = StepMask.ofLengths(3, 2);
        assertThat(pass.forward(row(1, 2, 8), padding).data()).containsExactly(0f, 2f, 2f);
        StepMask counting = Objects.requireNonNull(pass.outputMask(padding));
        assertThat(List.of(counting.counts(0, 0), counting.counts(0, 1), counting.counts(0, 2)))
                .containsExactly(false, true, true);
        assertThat(pass.outputMask(null)).isNull();
    }

    /// Sample 0: 1, 2.5 and on with 4 + 2.5/2 = 5.25, 1 + 5.25/2 = 3.625; sample 1: 8, 20 and 2 + 10 = 12, 4 + 6 = 10.
    /// Anew: 4, 3 and 2, 5.
    @ParameterizedTest
    @EnumSource
    void aStatefulLayersSamplesGoOnFromTheSameOfTheBatchBefore(HalvingCell cell) {
        RecurrentPass pass = inference(cell.layer(EVERY.withStateful(true)), 2, 2);
        Tensor first = Tensor.of(Shape.sequence(2, 1).withBatch(2), 1, 2, 8, 16);
        Tensor second = Tensor.of(Shape.sequence(2, 1).withBatch(2), 4, 1, 2, 4);
        assertThat(pass.forward(first).data()).containsExactly(1f, 2.5f, 8f, 20f);
        assertThat(pass.forward(second).data()).containsExactly(5.25f, 3.625f, 12f, 10f);
        pass.resetState();
        assertThat(pass.forward(second).data()).containsExactly(4f, 3f, 2f, 5f);
    }

    /// Sample 0 has one step, 1, and goes on with 4 + 1/2 = 4.5; sample 1 has none and begins then, 2.
    @ParameterizedTest
    @EnumSource
    void aStatefulLayerGoesOnFromTheLastStepsThatCount(HalvingCell cell) {
        RecurrentPass pass = inference(cell.layer(LAST.withStateful(true)), 2, 2);
        pass.forward(Tensor.of(Shape.sequence(2, 1).withBatch(2), 1, 9, 9, 9), StepMask.ofLengths(2, 1, 0));
        Tensor second = Tensor.of(Shape.sequence(2, 1).withBatch(2), 4, 9, 2, 9);
        assertThat(pass.forward(second, StepMask.ofLengths(2, 1, 1)).data()).containsExactly(4.5f, 2f);
    }

    /// With a rate of a half, the hidden state reaches the next step doubled, which makes h_t = x_t + h_{t−1}, or never,
    /// h_t = x_t. Were a mask drawn for every step, other sums would come out: 1, 2, 1, 2, say. In inference nothing is dropped.
    @ParameterizedTest
    @EnumSource
    void recurrentDropoutIsTheSameInAllSteps(HalvingCell cell) {
        RecurrentLayer layer = cell.layer(EVERY, RecurrentNoise.NONE.withRecurrentDropout(0.5f));
        assertThat(rows(training(layer, 40, 4).forward(ones(40, 4)))).hasSize(40)
                .containsOnly(List.of(1f, 2f, 3f, 4f), List.of(1f, 1f, 1f, 1f))
                .contains(List.of(1f, 2f, 3f, 4f), List.of(1f, 1f, 1f, 1f));
        assertThat(run(layer, row(1, 1, 1))).containsExactly(1f, 1.5f, 1.75f);
    }

    /// With a rate of a half, inputs are doubled, 2, 2 + 2/2, 2 + 3/2, in all steps or dropped in all.
    @ParameterizedTest
    @EnumSource
    void inputDropoutIsTheSameInAllSteps(HalvingCell cell) {
        RecurrentLayer layer = cell.layer(EVERY, RecurrentNoise.NONE.withInputDropout(0.5f));
        assertThat(rows(training(layer, 40, 3).forward(ones(40, 3)))).hasSize(40)
                .containsOnly(List.of(2f, 3f, 3.5f), List.of(0f, 0f, 0f))
                .contains(List.of(2f, 3f, 3.5f), List.of(0f, 0f, 0f));
        assertThat(run(layer, row(1, 1, 1))).containsExactly(1f, 1.5f, 1.75f);
    }

    /// Each batch draws masks of its own.
    @Test
    void dropoutIsDrawnAnewForEveryBatch() {
        RecurrentPass pass = training(
                HalvingCell.LSTM.layer(EVERY, RecurrentNoise.NONE.withRecurrentDropout(0.5f)), 40, 2);
        float[] before = pass.forward(ones(40, 2)).copy().data();
        assertThat(pass.forward(ones(40, 2)).data()).isNotEqualTo(before);
    }

    private static Tensor row(float... steps) {
        return Tensor.of(Shape.sequence(steps.length, 1).withBatch(1), steps);
    }

    private static Tensor ones(int batch, int steps) {
        Tensor tensor = Tensor.zeros(Shape.sequence(steps, 1).withBatch(batch));
        Arrays.fill(tensor.data(), 1f);
        return tensor;
    }

    private static List<List<Float>> rows(Tensor sequences) {
        List<List<Float>> rows = new ArrayList<>();
        for (int row = 0; row < sequences.batch(); row++) {
            List<Float> steps = new ArrayList<>();
            for (int step = 0; step < sequences.shape().size(1); step++) {
                steps.add(sequences.get(row, step, 0));
            }
            rows.add(steps);
        }
        return rows;
    }

    private static float[] run(RecurrentLayer layer, Tensor input) {
        return inference(layer, input.batch(), input.shape().size(1)).forward(input).data();
    }

    private static RecurrentPass inference(RecurrentLayer layer, int batch, int steps) {
        return layer.newPass(Shape.sequence(steps, 1).withBatch(batch), PassMode.INFERENCE, Compute.shared());
    }

    private static RecurrentPass training(RecurrentLayer layer, int batch, int steps) {
        return layer.newPass(Shape.sequence(steps, 1).withBatch(batch), PassMode.TRAINING, Compute.shared());
    }
}
