package org.lstm4j.nn.recurrent;

import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of an LSTM layer.
///
/// @param units size H of hidden and cell state, at least 1
/// @param returnSequences whether the output has every step's hidden state, [steps, units], or only the last one's, [units]
/// @param initialization how initial weights are drawn
public record LstmSpec(int units, boolean returnSequences, Initialization initialization) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "lstm";

    /// With more, the recurrent weights [4H, H] would not fit into one array.
    private static final int MAX_UNITS = 23_170;

    public LstmSpec {
        if (units < 1 || units > MAX_UNITS) {
            throw new IllegalArgumentException("units must be from 1 to " + MAX_UNITS + ", but was " + units);
        }
    }

    /// Returns the last hidden state, initialised as Keras does.
    public LstmSpec(int units) {
        this(units, false, Initialization.KERAS);
    }

    public LstmSpec withReturnSequences(boolean everyStep) {
        return new LstmSpec(units, everyStep, initialization);
    }

    public LstmSpec withInitialization(Initialization other) {
        return new LstmSpec(units, returnSequences, other);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Builds the layer for sequences [steps, features].
    @Override
    public Lstm build(String place, Shape inputShape, RandomStreams streams) {
        Lstm layer = restore(place, inputShape, streams, Parameter::new);
        LstmInitialization.draw(initialization, layer.weights(), streams.stream("initialisation of layer " + place));
        return layer;
    }

    @Override
    public Lstm restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        if (inputShape.rank() != 2) {
            throw new IllegalArgumentException("an lstm layer takes sequences [steps, features], but layer " + place
                    + " would get " + inputShape + "; let the layer before return sequences, or reshape the data to"
                    + " [samples, steps, features]");
        }
        LstmWeights weights = new LstmWeights(place + ".", inputShape.last(), units, stored);
        return new Lstm(place + " " + KIND, this, inputShape, weights);
    }

    Shape outputShape(Shape inputShape) {
        Axis unitsAxis = new Axis("units", units);
        return returnSequences ? Shape.of(inputShape.axes().getFirst(), unitsAxis) : Shape.of(unitsAxis);
    }
}
