package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.OrthogonalMatrix;
import org.lstm4j.nn.Parameter;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Draws the weights of an LSTM as an [Initialization] says.
final class LstmInitialization {

    private LstmInitialization() {}

    static void draw(Initialization preset, LstmWeights weights, RandomStream random) {
        switch (preset) {
            case KERAS -> drawAsKeras(weights, random);
            case PYTORCH -> drawAsPyTorch(weights, random);
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
