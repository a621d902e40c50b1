package org.lstm4j.nn.recurrent;

import java.util.List;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Parameter;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// Layers of one unit of every kind whose weights make them compute the same, exactly, and to be followed by hand:
///
/// ```
/// h_t = x_t + h_{t−1} / 2
/// ```
///
/// Activations are linear. Gates are open or shut by their biases, ±100, which a hard sigmoid makes 1 and 0.
enum HalvingCell {
    SIMPLE_RNN,
    /// The reset gate r is open and the update gate z shut, so that h_t is the candidate n.
    GRU,
    /// The input and output gates i and o are open and the forget gate f shut, so that h_t and c_t are the candidate g.
    LSTM;

    private static final float OPEN = 100f;
    private static final float SHUT = -100f;

    RecurrentLayer layer(SequenceOptions sequence) {
        return layer(sequence, RecurrentNoise.NONE);
    }

    RecurrentLayer layer(SequenceOptions sequence, RecurrentNoise noise) {
        RecurrentLayer layer = spec(sequence, noise).build("0", Shape.sequence(1, 1), new RandomStreams(1));
        List<Parameter> parameters = layer.parameters(); // input weights, recurrent weights, bias
        switch (this) {
            case SIMPLE_RNN -> {
                set(parameters.get(0), 1f);
                set(parameters.get(1), 0.5f);
            }
            case GRU -> {
                set(parameters.get(0), 0f, 0f, 1f); // r, z, n
                set(parameters.get(1), 0f, 0f, 0.5f);
                set(parameters.get(2), OPEN, SHUT, 0f, 0f); // n has two, for x and for h
            }
            case LSTM -> {
                set(parameters.get(0), 0f, 0f, 1f, 0f); // i, f, g, o
                set(parameters.get(1), 0f, 0f, 0.5f, 0f);
                set(parameters.get(2), OPEN, SHUT, 0f, OPEN);
            }
        }
        return layer;
    }

    private RecurrentSpec spec(SequenceOptions sequence, RecurrentNoise noise) {
        return switch (this) {
            case SIMPLE_RNN -> new SimpleRnnSpec(1).withActivation(Activation.LINEAR).withNoise(noise)
                    .withSequence(sequence);
            case GRU -> new GruSpec(1).withActivation(Activation.LINEAR)
                    .withRecurrentActivation(Activation.HARD_SIGMOID).withNoise(noise).withSequence(sequence);
            case LSTM -> new LstmSpec(1).withActivation(Activation.LINEAR)
                    .withRecurrentActivation(Activation.HARD_SIGMOID).withNoise(noise).withSequence(sequence);
        };
    }

    private static void set(Parameter parameter, float... values) {
        System.arraycopy(values, 0, parameter.value(), 0, parameter.value().length);
    }
}
