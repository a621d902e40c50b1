package org.lstm4j.nn.recurrent;

import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.weight.RuledSpec;
import org.lstm4j.nn.weight.WeightRules;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer of gated recurrent units.
///
/// @param units size H of the hidden state, at least 1
/// @param bias whether there are biases
/// @param activation of the candidate n
/// @param recurrentActivation of the gates r and z
/// @param sequence how the layer goes through sequences and what it gives of them
/// @param noise random disturbances in training; there is no cell state to zone out
/// @param initialization how initial weights are drawn
/// @param weightRules what training asks of weights and biases
public record GruSpec(
        int units,
        boolean bias,
        Activation activation,
        Activation recurrentActivation,
        SequenceOptions sequence,
        RecurrentNoise noise,
        RecurrentInitializers initialization,
        WeightRules weightRules) implements RecurrentSpec, RuledSpec<GruSpec> {

    /// The kind in model files.
    public static final String KIND = "gru";

    public GruSpec {
        RecurrentSpec.requireUnits(units);
        RecurrentSpec.requireNoCellZoneout(KIND, noise);
        RecurrentSpec.requireGateActivation("activation", activation);
        RecurrentSpec.requireGateActivation("recurrent activation", recurrentActivation);
        if (!bias) {
            weightRules.requireNoBias(KIND);
        }
    }

    /// Without rules for its weights.
    public GruSpec(int units, boolean bias, Activation activation, Activation recurrentActivation,
            SequenceOptions sequence, RecurrentNoise noise, RecurrentInitializers initialization) {
        this(units, bias, activation, recurrentActivation, sequence, noise, initialization, WeightRules.NONE);
    }

    /// Returns the last hidden state, with biases, tanh and sigmoid, initialised as Keras does.
    public GruSpec(int units) {
        this(units, true, Activation.TANH, Activation.SIGMOID, SequenceOptions.LAST_STEP, RecurrentNoise.NONE,
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

    public GruSpec withBias(boolean hasBias) {
        return new GruSpec(units, hasBias, activation, recurrentActivation, sequence, noise, initialization,
                weightRules);
    }

    /// Of the candidate.
    public GruSpec withActivation(Activation other) {
        return new GruSpec(units, bias, other, recurrentActivation, sequence, noise, initialization, weightRules);
    }

    /// Of the gates.
    public GruSpec withRecurrentActivation(Activation other) {
        return new GruSpec(units, bias, activation, other, sequence, noise, initialization, weightRules);
    }

    @Override
    public GruSpec withSequence(SequenceOptions other) {
        return new GruSpec(units, bias, activation, recurrentActivation, other, noise, initialization, weightRules);
    }

    public GruSpec withReturnSequences(boolean everyStep) {
        return withSequence(sequence.withReturnSequences(everyStep));
    }

    public GruSpec withNoise(RecurrentNoise other) {
        return new GruSpec(units, bias, activation, recurrentActivation, sequence, other, initialization, weightRules);
    }

    /// As a preset says, but for weights that have an initialiser of their own.
    public GruSpec withInitialization(Initialization preset) {
        return withInitialization(initialization.withPreset(preset));
    }

    public GruSpec withInitialization(RecurrentInitializers other) {
        return new GruSpec(units, bias, activation, recurrentActivation, sequence, noise, other, weightRules);
    }

    @Override
    public GruSpec withWeightRules(WeightRules other) {
        return new GruSpec(units, bias, activation, recurrentActivation, sequence, noise, initialization, other);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Gru build(String place, String suffix, Shape inputShape, RandomStreams streams) {
        Gru layer = restore(place, suffix, inputShape, streams, Parameter::new);
        RecurrentInitialization.draw(
                initialization, layer.weights(), streams.stream("initialisation of layer " + place + suffix));
        return layer;
    }

    @Override
    public Gru restore(
            String place, String suffix, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        RecurrentSpec.requireSequences(KIND, place, inputShape);
        RecurrentWeights weights = new RecurrentWeights(
                place + ".", suffix, inputShape.last(), units, 3, 4, bias, weightRules, stored);
        return new Gru(place + " " + KIND, this, inputShape, weights,
                streams.stream("dropout of layer " + place + suffix));
    }
}
