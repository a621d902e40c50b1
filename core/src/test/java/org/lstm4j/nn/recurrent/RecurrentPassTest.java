package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.PassMode;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What a pass remembers between two calls, and what it must not.
class RecurrentPassTest {

    private static final int UNITS = 5;
    private static final Shape BATCH = Shape.sequence(3, 2).withBatch(2);

    private final Lstm lstm = new LstmSpec(UNITS).build("0", BATCH.withoutBatch(), new RandomStreams(1));
    private final Tensor input = filled(BATCH, 0.3f);
    private final RecurrentState state = new RecurrentState(filled(stateShape(), 0.5f), filled(stateShape(), -0.4f));

    @ParameterizedTest
    @EnumSource
    void aForwardFromZerosForgetsTheStateOfTheOneBefore(PassMode mode) {
        float[] expected = pass(mode).forward(input).copy().data();
        RecurrentPass pass = pass(mode);
        assertThat(pass.forward(input, state).data()).isNotEqualTo(expected);
        assertThat(pass.forward(input).data()).isEqualTo(expected);
        assertThat(pass.forward(input).data()).isEqualTo(expected);
    }

    @Test
    void aGivenStateIsCopiedAndStaysAsItIs() {
        RecurrentState before = state.copy();
        RecurrentPass pass = pass(PassMode.TRAINING);
        pass.forward(input, state);
        pass.backward(filled(Shape.vector(UNITS).withBatch(2), 1f));
        assertThat(state.hidden().data()).isEqualTo(before.hidden().data());
        assertThat(state.cell().data()).isEqualTo(before.cell().data());
    }

    /// A refused call leaves the pass as it was: the forward before it can still go backward.
    @Test
    void aRefusedForwardChangesNothing() {
        float[] expected = gradientAfter(pass(PassMode.TRAINING));
        RecurrentPass pass = pass(PassMode.TRAINING);
        pass.forward(input);
        assertThatThrownBy(() -> pass.forward(filled(Shape.sequence(4, 2).withBatch(2), 1f), state))
                .hasMessageContaining("the input of layer \"0 lstm\" has shape [batch 2, steps 4, features 2]");
        assertThatThrownBy(() -> pass.forward(input, RecurrentState.zeros(3, UNITS)))
                .hasMessageContaining("the state is [batch 3, outputs 5]");
        assertThat(backward(pass)).isEqualTo(expected);
    }

    @Test
    void aGradientOfTheInitialStateNeedsAStateAndABackward() {
        RecurrentPass pass = pass(PassMode.TRAINING);
        RecurrentState gradient = RecurrentState.zeros(2, UNITS);
        pass.forward(input);
        assertThatThrownBy(() -> pass.initialStateGradient(gradient)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("had no initial state");
        pass.forward(input, state);
        assertThatThrownBy(() -> pass.initialStateGradient(gradient)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("run backward first");
        pass.backward(filled(Shape.vector(UNITS).withBatch(2), 1f));
        pass.initialStateGradient(gradient);
        assertThat(gradient.hidden().data()).doesNotContain(0f);
        assertThat(gradient.cell().data()).doesNotContain(0f);
    }

    /// 2.1 billion numbers for the gates alone; as an int that is below 0.
    @Test
    void refusesABatchWhoseStepsDoNotFitIntoAnArray() {
        Lstm large = new LstmSpec(512).build("0", Shape.sequence(1024, 1), new RandomStreams(1));
        Shape batch = Shape.sequence(1024, 1).withBatch(1024);
        assertThatThrownBy(() -> large.newPass(batch, PassMode.TRAINING, Compute.shared()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("received 2147483648")
                .hasMessageContaining("use smaller batches, fewer steps or fewer units");
    }

    private RecurrentPass pass(PassMode mode) {
        return lstm.newPass(BATCH, mode, Compute.shared());
    }

    private float[] gradientAfter(RecurrentPass pass) {
        pass.forward(input);
        return backward(pass);
    }

    private float[] backward(RecurrentPass pass) {
        lstm.parameters().forEach(Parameter::zeroGradient);
        pass.backward(filled(Shape.vector(UNITS).withBatch(2), 1f));
        return lstm.weights().recurrentWeights().gradient().clone();
    }

    private static Shape stateShape() {
        return Shape.vector(UNITS).withBatch(2);
    }

    private static Tensor filled(Shape shape, float value) {
        Tensor tensor = Tensor.zeros(shape);
        for (int index = 0; index < tensor.data().length; index++) {
            tensor.data()[index] = value + 0.01f * index;
        }
        return tensor;
    }
}
