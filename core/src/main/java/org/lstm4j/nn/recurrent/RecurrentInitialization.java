package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.init.Orthogonal;
import org.lstm4j.nn.init.RandomUniform;
import org.lstm4j.nn.init.VarianceScaling;
import org.lstm4j.random.RandomStream;

/// Draws the weights of a recurrent layer, in the order input, recurrent, bias, then what only some layers have.
final class RecurrentInitialization {

    private final RecurrentInitializers settings;
    private final int units;
    private final RandomStream random;

    private RecurrentInitialization(RecurrentInitializers settings, int units, RandomStream random) {
        this.settings = settings;
        this.units = units;
        this.random = random;
    }

    static void draw(RecurrentInitializers settings, LstmWeights weights, RandomStream random) {
        new RecurrentInitialization(settings, weights.units(), random).draw(weights);
    }

    static void draw(RecurrentInitializers settings, RecurrentWeights weights, RandomStream random) {
        new RecurrentInitialization(settings, weights.units(), random).draw(weights);
    }

    private void draw(LstmWeights weights) {
        drawProducts(weights.inputWeights(), weights.recurrentWeights());
        if (weights.hasBias()) {
            float[] bias = weights.bias().value();
            drawBias(weights.bias(), bias.length);
            if (settings.bias() == null && settings.preset() == Initialization.KERAS) {
                Arrays.fill(bias, units, 2 * units, 1f);
            }
            Float forget = settings.forgetBias();
            if (forget != null) {
                Arrays.fill(bias, units, 2 * units, forget);
            }
        }
        drawMore(weights.projection());
        drawMore(weights.peephole());
        if (weights.normalization() != null) {
            weights.normalization().begin();
        }
    }

    private void draw(RecurrentWeights weights) {
        drawProducts(weights.inputWeights(), weights.recurrentWeights());
        if (weights.hasBias()) {
            int rows = weights.inputWeights().shape().size(0);
            int biases = weights.bias().value().length;
            drawBias(weights.bias(), biases > rows ? rows - units : rows); // the last gate keeps its two apart
        }
    }

    private void drawProducts(Parameter input, Parameter recurrent) {
        fill(input, settings.input() != null ? settings.input() : ofInputs());
        fill(recurrent, settings.recurrent() != null ? settings.recurrent() : ofStates());
    }

    private Initializer ofInputs() {
        return settings.preset() == Initialization.KERAS ? VarianceScaling.glorotUniform() : uniform();
    }

    private Initializer ofStates() {
        return settings.preset() == Initialization.KERAS ? new Orthogonal() : uniform();
    }

    /// As PyTorch begins everything.
    private Initializer uniform() {
        double limit = 1 / Math.sqrt(units);
        return new RandomUniform(-limit, limit);
    }

    /// PyTorch keeps two biases, which here are drawn as their sum.
    ///
    /// @param twice how many of the first biases are sums of two
    private void drawBias(Parameter bias, int twice) {
        if (settings.bias() != null) {
            fill(bias, settings.bias());
        } else if (settings.preset() == Initialization.PYTORCH) {
            Parameter second = new Parameter(bias.name(), bias.shape());
            fill(bias, uniform());
            fill(second, uniform());
            for (int index = 0; index < twice; index++) {
                bias.value()[index] += second.value()[index];
            }
        }
    }

    private void drawMore(@Nullable Parameter parameter) {
        if (parameter != null) {
            fill(parameter, ofInputs());
        }
    }

    private void fill(Parameter parameter, Initializer initializer) {
        initializer.fill(parameter.value(), parameter.shape(), random);
    }
}
