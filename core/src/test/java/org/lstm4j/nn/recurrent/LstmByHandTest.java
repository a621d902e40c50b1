package org.lstm4j.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;
import org.lstm4j.nn.PassMode;
import org.lstm4j.nn.StepMask;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The plain LSTM of one unit beside its formula in double.
class LstmByHandTest {

    private static final double TOLERANCE = 1e-6;

    private final Lstm lstm = new LstmSpec(1).build("0", Shape.sequence(3, 1), new RandomStreams(1));

    /// Keras' `unit_forget_bias`: gate order i, f, g, o.
    @Test
    void theForgetGatesBiasIsOneAtFirst() {
        Lstm three = new LstmSpec(3).build("0", Shape.sequence(3, 2), new RandomStreams(1));
        assertThat(three.weights().bias().value()).containsExactly(0f, 0f, 0f, 1f, 1f, 1f, 0f, 0f, 0f, 0f, 0f, 0f);
    }

    /// So that a cell forgets little before it has learned anything: with weights of 0, c_t = σ(1)·c_{t−1} = 0.731 c_{t−1}.
    @Test
    void aLayerBeginsByRemembering() {
        Arrays.fill(lstm.weights().inputWeights().value(), 0f);
        Arrays.fill(lstm.weights().recurrentWeights().value(), 0f);
        RecurrentPass pass = pass();
        RecurrentState state = pass.newState();
        state.cell().data()[0] = 2f;
        pass.forward(row(5, 6, 7), state);
        pass.finalState(state);
        double cell = 2 * Math.pow(sigmoid(1), 3);
        assertThat((double) state.cell().data()[0]).isCloseTo(cell, within(TOLERANCE));
        assertThat((double) state.hidden().data()[0]).isCloseTo(sigmoid(0) * Math.tanh(cell), within(TOLERANCE));
    }

    /// After steps 1 and 3 both states are what they are without step 2.
    @Test
    void aMaskedStepCopiesHiddenAndCellState() {
        RecurrentPass pass = pass();
        RecurrentState state = pass.newState();
        pass.forward(row(0.7f, -9f, -0.4f), StepMask.of(new boolean[][]{{true, false, true}}));
        pass.finalState(state);
        double[] expected = step(-0.4f, step(0.7f, new double[]{0, 0}));
        assertThat((double) state.hidden().data()[0]).isCloseTo(expected[0], within(TOLERANCE));
        assertThat((double) state.cell().data()[0]).isCloseTo(expected[1], within(TOLERANCE));
    }

    /// Hidden and cell state after a step.
    private double[] step(double x, double[] before) {
        double inputGate = sigmoid(sum(0, x, before[0]));
        double forgetGate = sigmoid(sum(1, x, before[0]));
        double candidate = Math.tanh(sum(2, x, before[0]));
        double outputGate = sigmoid(sum(3, x, before[0]));
        double cell = forgetGate * before[1] + inputGate * candidate;
        return new double[]{outputGate * Math.tanh(cell), cell};
    }

    private double sum(int gate, double x, double hidden) {
        LstmWeights weights = lstm.weights();
        return weights.bias().value()[gate] + weights.inputWeights().value()[gate] * x
                + weights.recurrentWeights().value()[gate] * hidden;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private RecurrentPass pass() {
        return lstm.newPass(Shape.sequence(3, 1).withBatch(1), PassMode.INFERENCE, Compute.shared());
    }

    private static Tensor row(float... steps) {
        return Tensor.of(Shape.sequence(steps.length, 1).withBatch(1), steps);
    }
}
