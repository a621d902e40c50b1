package org.lstm4j.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// States that come out beside predictions, and that predictions begin from.
class PredictionWithStatesTest {

    private static final int STEPS = 6;
    private static final int BATCH = 3;
    private static final Shape SAMPLE = Shape.sequence(STEPS, 3);
    private static final Tensor INPUTS = Samples.uniform(SAMPLE.withBatch(BATCH), "inputs");

    static Stream<LayerSpec> forwardLayers() {
        return Stream.of(new LstmSpec(17).withReturnSequences(true),
                new LstmSpec(6).withReturnSequences(true).withProjection(4),
                new GruSpec(5).withReturnSequences(true), new SimpleRnnSpec(5).withReturnSequences(true),
                ResidualSpec.around(new LstmSpec(18).withReturnSequences(true)));
    }

    private static Predictor predictor(LayerSpec... layers) {
        Sequential.Builder builder = Sequential.input(SAMPLE).add(new LstmSpec(18).withReturnSequences(true));
        for (LayerSpec layer : layers) {
            builder.add(layer);
        }
        return Predictor.of(builder.add(new DenseSpec(2)).build(5));
    }

    @ParameterizedTest
    @MethodSource("forwardLayers")
    void twoPartsOfASequenceSayWhatTheWholeSays(LayerSpec layer) {
        Predictor predictor = predictor(layer);
        PredictionWithStates whole = predictor.predictWithStates(INPUTS);
        assertThat(whole.output().data()).isEqualTo(predictor.predict(INPUTS).data());
        PredictionWithStates first = predictor.predictWithStates(steps(0, 2));
        PredictionWithStates second = predictor.predictWithStates(steps(2, STEPS), first.states());
        assertThat(second.output().data()).isEqualTo(steps(whole.output(), 2, STEPS).data());
        assertThat(second.states().toBytes()).isEqualTo(whole.states().toBytes());
        assertThat(predictor.predictWithStates(INPUTS).output().data()).as("from zero states again")
                .isEqualTo(whole.output().data());
    }

    @Test
    void aStreamGoesOnFromTheStatesOfAPrediction() {
        Predictor predictor = predictor(new LstmSpec(17));
        PredictionStream stream = predictor.newStream(BATCH);
        stream.restore(predictor.predictWithStates(steps(0, STEPS - 1)).states());
        Tensor last = steps(STEPS - 1, STEPS).reshape(Shape.vector(3).withBatch(BATCH));
        assertThat(stream.step(last).data()).isEqualTo(predictor.predict(INPUTS).data());
    }

    /// As in PyTorch, the backward direction ends at the first step, where its output is its final hidden state.
    @Test
    void aBidirectionalLayerHasTheStatesOfBothDirections() {
        Sequential network = Sequential.input(SAMPLE)
                .add(new BidirectionalSpec(new LstmSpec(4).withReturnSequences(true)))
                .add(new BidirectionalSpec(new GruSpec(3).withReturnSequences(true))).build(2);
        PredictionWithStates answer = Predictor.of(network).predictWithStates(INPUTS);
        List<RecurrentState> states = answer.states().layers();
        assertThat(states).hasSize(4);
        assertThat(states.get(0).cell().shape().last()).isEqualTo(4);
        assertThat(states.get(3).cell().shape().last()).as("a GRU has no cell state").isZero();
        for (int row = 0; row < BATCH; row++) {
            for (int unit = 0; unit < 3; unit++) {
                assertThat(states.get(2).hidden().get(row, unit)).isEqualTo(answer.output().get(row, STEPS - 1, unit));
                assertThat(states.get(3).hidden().get(row, unit)).isEqualTo(answer.output().get(row, 0, 3 + unit));
            }
        }
    }

    @Test
    void bothDirectionsBeginFromGivenStates() {
        Predictor predictor = predictor(new BidirectionalSpec(new LstmSpec(4).withReturnSequences(true)));
        StreamState given = predictor.predictWithStates(INPUTS).states();
        PredictionWithStates there = predictor.predictWithStates(INPUTS, given);
        assertThat(there.output().data()).isNotEqualTo(predictor.predict(INPUTS).data());
        assertThat(predictor.predictWithStates(INPUTS, given).output().data()).isEqualTo(there.output().data());
    }

    @Test
    void statesAreThoseAfterTheLastStepThatCounts() {
        Predictor predictor = predictor(new LstmSpec(17).withReturnSequences(true),
                new BidirectionalSpec(new GruSpec(4)));
        int[] lengths = {2, 6, 3};
        StepMask mask = StepMask.ofLengths(STEPS, lengths);
        PredictionWithStates together = predictor.predictWithStates(INPUTS, mask, null);
        assertThat(together.output().data()).isEqualTo(predictor.predict(INPUTS, mask).data());
        for (int row = 0; row < BATCH; row++) {
            Tensor alone = steps(INPUTS.rows(row, row + 1), 0, lengths[row]);
            List<RecurrentState> states = predictor.predictWithStates(alone).states().layers();
            for (int layer = 0; layer < states.size(); layer++) {
                requireRow(together.states().layers().get(layer).hidden(), row, states.get(layer).hidden());
                requireRow(together.states().layers().get(layer).cell(), row, states.get(layer).cell());
            }
        }
    }

    /// Rows take other places for a mask, and take their states with them.
    @Test
    void aMaskGoesWithGivenStates() {
        Predictor predictor = predictor(new LstmSpec(17));
        StreamState given = predictor.predictWithStates(steps(0, 2)).states();
        int[] lengths = {1, 4, 2};
        Tensor rest = steps(2, STEPS);
        PredictionWithStates together = predictor.predictWithStates(rest, StepMask.ofLengths(4, lengths), given);
        for (int row = 0; row < BATCH; row++) {
            Tensor whole = steps(INPUTS.rows(row, row + 1), 0, 2 + lengths[row]);
            requireRow(together.output(), row, predictor.predict(whole));
        }
    }

    @Test
    void oneSampleHasTheStatesOfOneSequence() {
        Predictor predictor = predictor(new LstmSpec(17));
        Tensor one = INPUTS.rows(0, 1);
        PredictionWithStates answer = predictor.predictWithStates(one.reshape(SAMPLE));
        assertThat(answer.output().shape().sameSizes(Shape.vector(2))).isTrue();
        assertThat(answer.states().toBytes()).isEqualTo(predictor.predictWithStates(one).states().toBytes());
    }

    @Test
    void refusesStatesOfOtherSizes() {
        Predictor predictor = predictor(new LstmSpec(17));
        StreamState two = predictor.predictWithStates(INPUTS.rows(0, 2)).states();
        assertThatIllegalArgumentException().isThrownBy(() -> predictor.predictWithStates(INPUTS, two))
                .withMessage(
                        "the state is [batch 2, outputs 18], but this network needs [batch 3, outputs 18]; restore it"
                                + " with its own network and as many sequences");
        StreamState other = predictor().predictWithStates(INPUTS).states();
        assertThatIllegalArgumentException().isThrownBy(() -> predictor.predictWithStates(INPUTS, other))
                .withMessageContaining("the state is of 1 recurrent layers, but this network has 2");
    }

    @Test
    void aPassThatKeepsNoStateHasNone() {
        RecurrentPass pass = (RecurrentPass) Sequential.input(SAMPLE).add(new LstmSpec(4)).build(1)
                .newPass(INPUTS.shape(), PassMode.INFERENCE, Compute.shared()).layers().getFirst();
        assertThatIllegalStateException().isThrownBy(pass::keptState)
                .withMessageContaining("keeps no state from one forward to the next; call keepState(true) first");
        pass.keepState(true);
        assertThatIllegalArgumentException().isThrownBy(() -> pass.setKeptState(RecurrentState.zeros(BATCH, 5)))
                .withMessageContaining("but the pass needs a hidden state [batch 3, outputs 4]");
        pass.forward(INPUTS);
        RecurrentState last = pass.newState();
        pass.finalState(last);
        assertThat(pass.keptState().hidden().data()).isEqualTo(last.hidden().data());
    }

    private static void requireRow(Tensor all, int row, Tensor alone) {
        int width = alone.data().length;
        assertThat(Arrays.copyOfRange(all.data(), row * width, (row + 1) * width)).isEqualTo(alone.data());
    }

    private static Tensor steps(int from, int to) {
        return steps(INPUTS, from, to);
    }

    private static Tensor steps(Tensor sequences, int from, int to) {
        int width = sequences.shape().last();
        Tensor part = Tensor.zeros(Shape.sequence(to - from, width).withBatch(sequences.batch()));
        int size = (to - from) * width;
        for (int row = 0; row < sequences.batch(); row++) {
            int start = (row * sequences.shape().size(1) + from) * width;
            System.arraycopy(sequences.data(), start, part.data(), row * size, size);
        }
        return part;
    }
}
