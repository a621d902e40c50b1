package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentPass;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class SequentialTest {

    @Test
    void summaryNamesAxesAndCountsParameters() {
        Sequential network = Sequential.input(Shape.sequence(10, 1)).add(new LstmSpec(50)).add(new DenseSpec(1))
                .build(42);
        assertThat(network.summary().lines()).containsExactly(
                "layer    output shape                   parameters",
                "--------------------------------------------------",
                "input    [batch, steps 10, features 1]           0",
                "0 lstm   [batch, units 50]                  10,400",
                "1 dense  [batch, outputs 1]                     51",
                "--------------------------------------------------",
                "total                                       10,451");
    }

    @Test
    void kerasPresetSetsForgetBiasAndOrthonormalColumns() {
        Lstm lstm = (Lstm) Sequential.input(Shape.sequence(3, 2)).add(new LstmSpec(7)).build(1).layers().getFirst();
        float[] bias = lstm.weights().bias().value();
        for (int gate = 0; gate < 28; gate++) {
            assertThat(bias[gate]).isEqualTo(gate / 7 == 1 ? 1f : 0f);
        }
        float[] recurrent = lstm.weights().recurrentWeights().value();
        for (int a = 0; a < 7; a++) {
            for (int b = 0; b < 7; b++) {
                double dot = 0;
                for (int row = 0; row < 28; row++) {
                    dot += (double) recurrent[row * 7 + a] * recurrent[row * 7 + b];
                }
                assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-6));
            }
        }
        double limit = Math.sqrt(6.0 / (2 + 28));
        assertThat(lstm.weights().inputWeights().value()).doesNotContain(0f);
        for (float weight : lstm.weights().inputWeights().value()) {
            assertThat((double) weight).isBetween(-limit, limit);
        }
    }

    @Test
    void stackingNeedsSequences() {
        assertThatThrownBy(() -> Sequential.input(Shape.sequence(10, 1))
                .add(new LstmSpec(5))
                .add(new LstmSpec(5))
                .build(1))
                .hasMessageContaining("[steps, features]")
                .hasMessageContaining("return sequences");
        assertThat(Sequential.input(Shape.sequence(10, 1))
                .add(new LstmSpec(5).withReturnSequences(true))
                .add(new LstmSpec(6))
                .build(1)
                .outputShape()
                .last()).isEqualTo(6);
    }

    @Test
    void aPassRefusesAnotherShapeAndAModeItWasNotMadeFor() {
        Sequential network = Sequential.input(Shape.sequence(4, 2)).add(new LstmSpec(5)).build(1);
        SequentialPass pass = network.newPass(Shape.sequence(4, 2).withBatch(3), PassMode.INFERENCE, Compute.shared());
        assertThatThrownBy(() -> pass.forward(Tensor.zeros(Shape.sequence(4, 2).withBatch(2))))
                .hasMessageContaining("[batch 2, steps 4, features 2]")
                .hasMessageContaining("[batch 3, steps 4, features 2]");
        assertThatThrownBy(() -> pass.backward(Tensor.zeros(Shape.vector(5).withBatch(3))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PassMode.TRAINING");
        assertThatThrownBy(
                () -> network.newPass(Shape.sequence(4, 3).withBatch(3), PassMode.INFERENCE, Compute.shared()))
                .hasMessageContaining("features 2")
                .hasMessageContaining("features 3");
    }

    /// Two halves of a sequence with the state handed over give what the whole gives.
    @Test
    void stateHandedOverGivesWhatTheWholeSequenceGives() {
        Sequential network = Sequential.input(Shape.sequence(6, 2)).add(new LstmSpec(19)).build(3);
        Lstm lstm = (Lstm) network.layers().getFirst();
        Tensor whole = Tensor.zeros(Shape.sequence(6, 2).withBatch(2));
        for (int index = 0; index < whole.data().length; index++) {
            whole.data()[index] = (float) StrictMath.sin(index);
        }
        float[] expected = lstm.newPass(whole.shape(), PassMode.INFERENCE, Compute.shared()).forward(whole).data();

        Shape half = Shape.sequence(3, 2).withBatch(2);
        RecurrentPass pass = lstm.newPass(half, PassMode.INFERENCE, Compute.shared());
        RecurrentState state = RecurrentState.zeros(2, 19);
        pass.forward(part(whole, 0), state);
        pass.finalState(state);
        Tensor output = pass.forward(part(whole, 3), state);

        assertThat(output.data()).isEqualTo(expected);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new LstmSpec(0)).hasMessageContaining("from 1 to");
        assertThatThrownBy(() -> new DropoutSpec(1f)).hasMessageContaining("[0, 1)");
        assertThatThrownBy(() -> Sequential.input(Shape.vector(3)).build(1)).hasMessageContaining("at least one layer");
    }

    private static Tensor part(Tensor whole, int firstStep) {
        Tensor part = Tensor.zeros(Shape.sequence(3, 2).withBatch(2));
        for (int row = 0; row < 2; row++) {
            System.arraycopy(whole.data(), (row * 6 + firstStep) * 2, part.data(), row * 6, 6);
        }
        return part;
    }
}
