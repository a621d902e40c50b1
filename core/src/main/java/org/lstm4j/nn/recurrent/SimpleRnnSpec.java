package org.lstm4j.nn.recurrent;

import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.weight.RuledSpec;
import org.lstm4j.nn.weight.WeightRules;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a simple recurrent layer, h_t = tanh(W x_t + U h_{t−1} + b).
///
/// @param units size H of the hidden state, at least 1
/// @param bias whether there is a bias
/// @param activation tanh, or another
/// @param sequence how the layer goes through sequences and what it gives of them
/// @param noise random disturbances in training; there is no cell state to zone out
/// @param initialization how initial weights are drawn
/// @param weightRules what training asks of weights and biases
public record SimpleRnnSpec(
        int units,
        boolean bias,
        Activation activation,
        SequenceOptions sequence,
        RecurrentNoise noise,
        RecurrentInitializers initialization,
        WeightRules weightRules) implements RecurrentSpec, RuledSpec<SimpleRnnSpec> {

    /// The kind in model files.
    public static final String KIND = "simple_rnn";

    public SimpleRnnSpec {
        RecurrentSpec.requireUnits(units);
        RecurrentSpec.requireNoCellZoneout(KIND, noise);
        RecurrentSpec.requireGateActivation("activation", activation);
        if (!bias) {
            weightRules.requireNoBias(KIND);
        }
    }

    /// Without rules for its weights.
    public SimpleRnnSpec(int units, boolean bias, Activation activation, SequenceOptions sequence, RecurrentNoise noise,
            RecurrentInitializers initialization) {
        this(units, bias, activation, sequence, noise, initialization, WeightRules.NONE);
    }

    /// Returns the last hidden state, with bias and tanh, initialised as Keras does.
    public SimpleRnnSpec(int units) {
        this(units, true, Activation.TANH, SequenceOptions.LAST_STEP, RecurrentNoise.NONE,
                RecurrentInitializers.of(Initialization.KERAS));
    }

    @Override
    public int outputs() {
        return units;
    }

    @Override
    public int cellUnits() {
        return 0;
    }

    public SimpleRnnSpec withBias(boolean hasBias) {
        return new SimpleRnnSpec(units, hasBias, activation, sequence, noise, initialization, weightRules);
    }

    public SimpleRnnSpec withActivation(Activation other) {
        return new SimpleRnnSpec(units, bias, other, sequence, noise, initialization, weightRules);
    }

    @Override
    public SimpleRnnSpec withSequence(SequenceOptions other) {
        return new SimpleRnnSpec(units, bias, activation, other, noise, initialization, weightRules);
    }

    public SimpleRnnSpec withReturnSequences(boolean everyStep) {
        return withSequence(sequence.withReturnSequences(everyStep));
    }

    public SimpleRnnSpec withNoise(RecurrentNoise other) {
        return new SimpleRnnSpec(units, bias, activation, sequence, other, initialization, weightRules);
    }

    /// As a preset says, but for weights that have an initialiser of their own.
    public SimpleRnnSpec withInitialization(Initialization preset) {
        return withInitialization(initialization.withPreset(preset));
    }

    public SimpleRnnSpec withInitialization(RecurrentInitializers other) {
        return new SimpleRnnSpec(units, bias, activation, sequence, noise, other, weightRules);
    }

    @Override
    public SimpleRnnSpec withWeightRules(WeightRules other) {
        return new SimpleRnnSpec(units, bias, activation, sequence, noise, initialization, other);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SimpleRnn build(String place, String suffix, Shape inputShape, RandomStreams streams) {
        SimpleRnn layer = restore(place, suffix, inputShape, streams, Parameter::new);
        RecurrentInitialization.draw(
                initialization, layer.weights(), streams.stream("initialisation of layer " + place + suffix));
        return layer;
    }

    @Override
    public SimpleRnn restore(
            String place, String suffix, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        RecurrentSpec.requireSequences(KIND, place, inputShape);
        RecurrentWeights weights = new RecurrentWeights(
                place + ".", suffix, inputShape.last(), units, 1, 1, bias, weightRules, stored);
        return new SimpleRnn(place + " " + KIND, this, inputShape, weights,
                streams.stream("dropout of layer " + place + suffix));
    }
}
