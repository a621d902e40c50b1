package org.lstm4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.LstmWeights;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// Ranges and spread of initial weights: uniform numbers in ±a have the standard deviation a/√3, the sum of two of them √2 more.
class InitializationTest {

    private static final int FEATURES = 20;
    private static final int UNITS = 64;
    private static final int OUTPUTS = 30;

    @Test
    void kerasDrawsAsGlorotSays() {
        LstmWeights lstm = lstm(Initialization.KERAS);
        Dense dense = dense(Initialization.KERAS);
        assertUniform(lstm.inputWeights(), Math.sqrt(6.0 / (FEATURES + 4 * UNITS)));
        assertUniform(dense.weights(), Math.sqrt(6.0 / (FEATURES + OUTPUTS)));
        assertThat(dense.bias().value()).containsOnly(0f);
    }

    @Test
    void kerasRecurrentWeightsSpreadOverAllGates() {
        float[] recurrent = lstm(Initialization.KERAS).recurrentWeights().value();
        for (int gate = 0; gate < 4; gate++) {
            double sum = 0;
            for (int index = gate * UNITS * UNITS; index < (gate + 1) * UNITS * UNITS; index++) {
                sum += recurrent[index] * recurrent[index];
            }
            assertThat(sum).as("gate %d", gate).isCloseTo(UNITS / 4.0, within(2.0)); // UNITS columns of length 1
        }
    }

    @Test
    void pytorchDrawsAllFromTheSameRange() {
        LstmWeights lstm = lstm(Initialization.PYTORCH);
        Dense dense = dense(Initialization.PYTORCH);
        assertUniform(lstm.inputWeights(), 1 / Math.sqrt(UNITS));
        assertUniform(lstm.recurrentWeights(), 1 / Math.sqrt(UNITS));
        assertUniform(dense.weights(), 1 / Math.sqrt(FEATURES));
        assertThat(largest(dense.bias())).isBetween(0.7 / Math.sqrt(FEATURES), 1 / Math.sqrt(FEATURES));
    }

    @Test
    void theOneBiasIsTheSumOfPyTorchsTwo() {
        Parameter bias = lstm(Initialization.PYTORCH).bias();
        double limit = 1 / Math.sqrt(UNITS);
        assertThat(largest(bias)).isBetween(1.3 * limit, 2 * limit);
        assertThat(deviation(bias)).isCloseTo(limit * Math.sqrt(2.0 / 3), within(0.1 * limit));
    }

    @Test
    void everyLayerDrawsItsOwnNumbers() {
        Sequential network = Sequential.input(Shape.sequence(3, 8)).add(new LstmSpec(8).withReturnSequences(true))
                .add(new LstmSpec(8).withReturnSequences(true)).add(new DenseSpec(8)).add(new DenseSpec(8)).build(1);
        assertThat(network.parameters().get(0).value()).isNotEqualTo(network.parameters().get(3).value());
        assertThat(network.parameters().get(6).value()).isNotEqualTo(network.parameters().get(8).value());
    }

    private static LstmWeights lstm(Initialization initialization) {
        return new LstmSpec(UNITS).withInitialization(initialization)
                .build("0", Shape.sequence(3, FEATURES), new RandomStreams(1)).weights();
    }

    private static Dense dense(Initialization initialization) {
        return new DenseSpec(OUTPUTS).withInitialization(initialization).build("0", Shape.vector(FEATURES),
                new RandomStreams(1));
    }

    private static void assertUniform(Parameter parameter, double limit) {
        assertThat(largest(parameter)).as(parameter.name()).isBetween(0.98 * limit, limit);
        assertThat(deviation(parameter)).as(parameter.name()).isCloseTo(limit / Math.sqrt(3), within(0.05 * limit));
    }

    private static double largest(Parameter parameter) {
        double largest = 0;
        for (float value : parameter.value()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double deviation(Parameter parameter) {
        double squares = 0;
        for (float value : parameter.value()) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / parameter.value().length);
    }
}
