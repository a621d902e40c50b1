package org.lstm4j.nn.recurrent;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.StepUse;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of a recurrent layer: what all kinds have.
public sealed interface RecurrentSpec extends LayerSpec permits LstmSpec, GruSpec, SimpleRnnSpec {

    /// With more, the recurrent weights [4H, H] would not fit into one array.
    int MAX_UNITS = 23_170;

    /// Size H of the state.
    int units();

    /// Numbers of a hidden state, and of a step's output.
    int outputs();

    /// Numbers of a cell state: the units, or 0 for cells that have none.
    int cellUnits();

    SequenceOptions sequence();

    RecurrentNoise noise();

    /// The same layer going through sequences in another way.
    RecurrentSpec withSequence(SequenceOptions other);

    /// Builds the layer for sequences [steps, features].
    @Override
    default RecurrentLayer build(String place, Shape inputShape, RandomStreams streams) {
        return build(place, "", inputShape, streams);
    }

    @Override
    default RecurrentLayer restore(
            String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return restore(place, "", inputShape, streams, stored);
    }

    /// [#build] for one of several layers at a place.
    ///
    /// @param suffix ends the names of its parameters: `_reverse` for the second half of a bidirectional layer
    RecurrentLayer build(String place, String suffix, Shape inputShape, RandomStreams streams);

    /// [#restore] for one of several layers at a place.
    ///
    /// @param suffix ends the names of its parameters
    RecurrentLayer restore(
            String place, String suffix, Shape inputShape, RandomStreams streams, ParameterSource stored);

    /// With its state kept, a step is all a layer needs, unless it begins at the last one.
    @Override
    default StepUse stepUse() {
        if (sequence().goBackwards()) {
            return StepUse.ALL;
        }
        return returnSequences() ? StepUse.EACH_ALONE : StepUse.LAST_ALONE;
    }

    @Override
    default boolean reversesSteps() {
        return sequence().goBackwards() && returnSequences();
    }

    @Override
    default boolean keepsState() {
        return true;
    }

    /// See [SequenceOptions#stateful].
    @Override
    default boolean stateful() {
        return sequence().stateful();
    }

    /// Whether the output has every step's hidden state.
    default boolean returnSequences() {
        return sequence().returnSequences();
    }

    /// The shape of one sample that comes out.
    default Shape outputShape(Shape inputShape) {
        Axis outputs = new Axis("units", outputs());
        return returnSequences() ? Shape.of(inputShape.axes().getFirst(), outputs) : Shape.of(outputs);
    }

    /// @throws IllegalArgumentException when the number is out of range
    static void requireUnits(int units) {
        if (units < 1 || units > MAX_UNITS) {
            throw new IllegalArgumentException("units must be from 1 to " + MAX_UNITS + ", but was " + units);
        }
    }

    /// @throws IllegalArgumentException when a cell without a cell state is to zone it out
    static void requireNoCellZoneout(String kind, RecurrentNoise noise) {
        if (noise.cellZoneout() > 0f) {
            throw new IllegalArgumentException("a " + kind + " layer has no cell state, but its zoneout was set to "
                    + noise.cellZoneout() + "; set that of the hidden state");
        }
    }

    /// @throws IllegalArgumentException when a slope cannot be told from the result, which is all that backward has
    static void requireGateActivation(String what, Activation activation) {
        if (!activation.slopeFromResult()) {
            List<String> allowed = Arrays.stream(Activation.values()).filter(Activation::slopeFromResult)
                    .map(Activation::label).toList();
            throw new IllegalArgumentException(what + " of a recurrent layer cannot be " + activation.label()
                    + ", whose slope cannot be told from its result; it can be one of " + allowed);
        }
    }

    /// @throws IllegalArgumentException when samples are no sequences
    static void requireSequences(String kind, String place, Shape inputShape) {
        if (inputShape.rank() != 2) {
            throw new IllegalArgumentException("a recurrent layer (" + kind + ") takes sequences [steps, features], but"
                    + " layer " + place + " would get " + inputShape
                    + "; let the layer before return sequences, or reshape the data to [samples, steps, features]");
        }
    }
}
