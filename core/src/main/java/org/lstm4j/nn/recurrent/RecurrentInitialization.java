package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.init.OrthogonalMatrix;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Draws the weights of recurrent layers as an [Initialization] says.
final class RecurrentInitialization {

    private RecurrentInitialization() {}

    static void draw(Initialization preset, LstmWeights weights, RandomStream random) {
        switch (preset) {
            case KERAS -> drawAsKeras(weights, random);
            case PYTORCH -> drawAsPyTorch(weights, random);
        }
    }

    static void draw(Initialization preset, RecurrentWeights weights, RandomStream random) {
        switch (preset) {
            case KERAS -> drawAsKeras(weights, random);
            case PYTORCH -> drawAsPyTorch(weights, random);
        }
    }

    private static void drawAsKeras(RecurrentWeights weights, RandomStream random) {
        Shape shape = weights.inputWeights().shape();
        uniform(weights.inputWeights(), Math.sqrt(6.0 / (shape.size(0) + shape.last())), random);
        Shape recurrent = weights.recurrentWeights().shape();
        OrthogonalMatrix.fill(weights.recurrentWeights().value(), recurrent.size(0), recurrent.last(), random);
    }

    /// Biases beyond one a gate are the two of the last gate, which PyTorch does not add up.
    private static void drawAsPyTorch(RecurrentWeights weights, RandomStream random) {
        double limit = 1 / Math.sqrt(weights.units());
        uniform(weights.inputWeights(), limit, random);
        uniform(weights.recurrentWeights(), limit, random);
        if (weights.hasBias()) {
            int gateRows = weights.inputWeights().shape().size(0);
            float[] bias = weights.bias().value();
            int added = bias.length > gateRows ? gateRows - weights.units() : gateRows;
            uniform(weights.bias(), limit, random);
            for (int index = 0; index < added; index++) {
                bias[index] += number(limit, random);
            }
        }
    }

    private static void drawAsKeras(LstmWeights weights, RandomStream random) {
        int units = weights.units();
        uniform(weights.inputWeights(), Math.sqrt(6.0 / (weights.inputs() + 4.0 * units)), random);
        OrthogonalMatrix.fill(weights.recurrentWeights().value(), 4 * units, weights.outputs(), random);
        if (weights.hasBias()) {
            Arrays.fill(weights.bias().value(), units, 2 * units, 1f);
        }
        glorot(weights.projection(), random);
        glorot(weights.peephole(), random);
    }

    private static void glorot(@Nullable Parameter parameter, RandomStream random) {
        if (parameter != null) {
            Shape shape = parameter.shape();
            uniform(parameter, Math.sqrt(6.0 / (shape.size(0) + shape.last())), random);
        }
    }

    private static void drawAsPyTorch(LstmWeights weights, RandomStream random) {
        double limit = 1 / Math.sqrt(weights.units());
        uniform(weights.inputWeights(), limit, random);
        uniform(weights.recurrentWeights(), limit, random);
        if (weights.hasBias()) {
            drawTwoBiases(weights.bias(), limit, random);
        }
        if (weights.projection() != null) {
            uniform(weights.projection(), limit, random);
        }
        if (weights.peephole() != null) {
            uniform(weights.peephole(), limit, random);
        }
    }

    /// The sum of two that PyTorch keeps apart.
    private static void drawTwoBiases(Parameter parameter, double limit, RandomStream random) {
        uniform(parameter, limit, random);
        float[] bias = parameter.value();
        for (int index = 0; index < bias.length; index++) {
            bias[index] += number(limit, random);
        }
    }

    private static void uniform(Parameter parameter, double limit, RandomStream random) {
        float[] values = parameter.value();
        for (int index = 0; index < values.length; index++) {
            values[index] = number(limit, random);
        }
    }

    private static float number(double limit, RandomStream random) {
        return (float) ((2 * random.nextDouble() - 1) * limit);
    }
}
