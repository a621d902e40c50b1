package org.lstm4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.optim.Adam;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Sequences longer or shorter than those a network was built for.
class PredictionTest {

    private final Sequential network = Sequential.input(Shape.sequence(6, 2))
            .add(new LstmSpec(3).withReturnSequences(true))
            .add(new DenseSpec(2))
            .build(1);
    private final Model model = Model.compile(network, new Adam(0.001), new MeanSquaredError());

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 9})
    void predictsSequencesOfOtherLengths(int steps) {
        Tensor inputs = Tensor.zeros(Shape.sequence(steps, 2).withBatch(70));
        for (int index = 0; index < inputs.data().length; index++) {
            inputs.data()[index] = (float) StrictMath.sin(index);
        }
        Tensor expected = network.newPass(inputs.shape(), PassMode.INFERENCE, Compute.shared()).forward(inputs);

        Tensor predicted = model.predict(inputs);

        assertThat(predicted.shape()).hasToString("[batch 70, steps " + steps + ", outputs 2]");
        assertThat(predicted.data()).isEqualTo(expected.data());
    }

    @Test
    void refusesOtherFeatures() {
        assertThatThrownBy(() -> model.predict(Tensor.zeros(Shape.sequence(6, 3).withBatch(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[steps, features 2]").hasMessageContaining("[steps 6, features 3]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aNetworkNeedsSomethingToRead(int steps) {
        assertThatThrownBy(() -> Sequential.input(Shape.sequence(steps, 1 - steps)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[steps " + steps + ", features ");
    }
}
