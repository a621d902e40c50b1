package org.lstm4j.nn.recurrent;

import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.weight.RuledSpec;
import org.lstm4j.nn.weight.WeightRules;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of an LSTM layer.
///
/// {@snippet :
/// LstmSpec spec = new LstmSpec(128)
///         .withReturnSequences(true)
///         .withProjection(64)
///         .withRecurrentDropout(0.2f);
/// }
///
/// @param units size H of the cell state, and of the hidden state unless it is projected; at least 1
/// @param cell what a step computes
/// @param sequence how the layer goes through sequences and what it gives of them
/// @param noise random disturbances in training
/// @param initialization how initial weights are drawn
/// @param weightRules what training asks of weights and biases
public record LstmSpec(
        int units, LstmCell cell, SequenceOptions sequence, RecurrentNoise noise, RecurrentInitializers initialization,
        WeightRules weightRules) implements RecurrentSpec, RuledSpec<LstmSpec> {

    /// The kind in model files.
    public static final String KIND = "lstm";

    public LstmSpec {
        RecurrentSpec.requireUnits(units);
        if (cell.projection() >= units) {
            throw new IllegalArgumentException("projection must be below the units, " + units + ", but was "
                    + cell.projection() + "; leave it out for as many outputs as units");
        }
        if (!cell.bias()) {
            weightRules.requireNoBias(KIND);
        }
    }

    /// Without rules for its weights.
    public LstmSpec(int units, LstmCell cell, SequenceOptions sequence, RecurrentNoise noise,
            RecurrentInitializers initialization) {
        this(units, cell, sequence, noise, initialization, WeightRules.NONE);
    }

    /// Returns the last hidden state, initialised as Keras does.
    public LstmSpec(int units) {
        this(units, false, Initialization.KERAS);
    }

    /// The plain cell.
    public LstmSpec(int units, boolean returnSequences, Initialization initialization) {
        this(units, LstmCell.PLAIN, SequenceOptions.LAST_STEP.withReturnSequences(returnSequences), RecurrentNoise.NONE,
                RecurrentInitializers.of(initialization));
    }

    @Override
    public int outputs() {
        return cell.projection() > 0 ? cell.projection() : units;
    }

    @Override
    public int cellUnits() {
        return units;
    }

    public LstmSpec withCell(LstmCell other) {
        return new LstmSpec(units, other, sequence, noise, initialization, weightRules);
    }

    @Override
    public LstmSpec withSequence(SequenceOptions other) {
        return new LstmSpec(units, cell, other, noise, initialization, weightRules);
    }

    public LstmSpec withNoise(RecurrentNoise other) {
        return new LstmSpec(units, cell, sequence, other, initialization, weightRules);
    }

    /// As a preset says, but for weights that have an initialiser of their own.
    public LstmSpec withInitialization(Initialization preset) {
        return withInitialization(initialization.withPreset(preset));
    }

    public LstmSpec withInitialization(RecurrentInitializers other) {
        return new LstmSpec(units, cell, sequence, noise, other, weightRules);
    }

    @Override
    public LstmSpec withWeightRules(WeightRules other) {
        return new LstmSpec(units, cell, sequence, noise, initialization, other);
    }

    /// See [LstmCell#projection].
    public LstmSpec withProjection(int outputs) {
        return withCell(cell.withProjection(outputs));
    }

    public LstmSpec withBias(boolean hasBias) {
        return withCell(cell.withBias(hasBias));
    }

    /// See [LstmCell#peephole].
    public LstmSpec withPeephole(boolean hasPeephole) {
        return withCell(cell.withPeephole(hasPeephole));
    }

    /// See [LstmCell#layerNormalization].
    public LstmSpec withLayerNormalization(boolean normalizes) {
        return withCell(cell.withLayerNormalization(normalizes));
    }

    /// Of candidate and cell state.
    public LstmSpec withActivation(Activation other) {
        return withCell(cell.withActivation(other));
    }

    /// Of the gates.
    public LstmSpec withRecurrentActivation(Activation other) {
        return withCell(cell.withRecurrentActivation(other));
    }

    public LstmSpec withReturnSequences(boolean everyStep) {
        return withSequence(sequence.withReturnSequences(everyStep));
    }

    /// See [SequenceOptions#goBackwards].
    public LstmSpec withGoBackwards(boolean backwards) {
        return withSequence(sequence.withGoBackwards(backwards));
    }

    /// See [SequenceOptions#stateful].
    public LstmSpec withStateful(boolean keepsState) {
        return withSequence(sequence.withStateful(keepsState));
    }

    /// Of the inputs, the same in all steps.
    public LstmSpec withInputDropout(float rate) {
        return withNoise(noise.withInputDropout(rate));
    }

    /// Of the hidden state on its way to the next step, the same in all steps.
    public LstmSpec withRecurrentDropout(float rate) {
        return withNoise(noise.withRecurrentDropout(rate));
    }

    public LstmSpec withZoneout(float hidden, float cellState) {
        return withNoise(noise.withZoneout(hidden, cellState));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Builds the layer for sequences [steps, features].
    @Override
    public Lstm build(String place, Shape inputShape, RandomStreams streams) {
        return build(place, "", inputShape, streams);
    }

    @Override
    public Lstm restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return restore(place, "", inputShape, streams, stored);
    }

    @Override
    public Lstm build(String place, String suffix, Shape inputShape, RandomStreams streams) {
        Lstm layer = restore(place, suffix, inputShape, streams, Parameter::new);
        RecurrentInitialization.draw(
                initialization, layer.weights(), streams.stream("initialisation of layer " + place + suffix));
        return layer;
    }

    @Override
    public Lstm restore(
            String place, String suffix, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        RecurrentSpec.requireSequences(KIND, place, inputShape);
        LstmWeights weights = new LstmWeights(place + ".", suffix, inputShape.last(), this, stored);
        return new Lstm(place + " " + KIND, this, inputShape, weights,
                streams.stream("dropout of layer " + place + suffix));
    }
}
