package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.lstm4j.nn.DropoutSpec;

class RecurrentStackTest {

    private static final LstmSpec LSTM = new LstmSpec(4);

    @Test
    void allButTheLastGiveEveryStep() {
        assertThat(RecurrentStack.of(LSTM, 3).layers())
                .containsExactly(LSTM.withReturnSequences(true), LSTM.withReturnSequences(true), LSTM);
        assertThat(RecurrentStack.of(LSTM.withReturnSequences(true), 2).layers())
                .containsExactly(LSTM.withReturnSequences(true), LSTM.withReturnSequences(true));
    }

    @Test
    void dropsBetweenLayersAndNotAfterTheLast() {
        assertThat(RecurrentStack.of(LSTM, 2).withDropout(0.25f).layers())
                .containsExactly(LSTM.withReturnSequences(true), new DropoutSpec(0.25f), LSTM);
        assertThat(RecurrentStack.of(LSTM, 1).withDropout(0.25f).layers()).containsExactly(LSTM);
    }

    @Test
    void layersMayDiffer() {
        GruSpec gru = new GruSpec(7);
        assertThat(RecurrentStack.of(LSTM, gru).withBidirectional(MergeMode.SUM).layers()).containsExactly(
                new BidirectionalSpec(LSTM.withReturnSequences(true), MergeMode.SUM),
                new BidirectionalSpec(gru, MergeMode.SUM));
    }

    @Test
    void refusesNoLayersAndImpossibleDropout() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecurrentStack.of(LSTM, 0))
                .withMessage("a stack needs at least one recurrent layer, but was to have 0");
        assertThatIllegalArgumentException().isThrownBy(RecurrentStack::of)
                .withMessage("a stack needs at least one recurrent layer; give one, such as"
                        + " RecurrentStack.of(new LstmSpec(64), 2)");
        assertThatIllegalArgumentException().isThrownBy(() -> RecurrentStack.of(LSTM, 2).withDropout(1f))
                .withMessage("dropout between layers must be in [0, 1), but was 1.0");
    }
}
