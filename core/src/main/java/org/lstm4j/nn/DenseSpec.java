package org.lstm4j.nn;

import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of a fully connected layer.
///
/// @param units outputs, at least 1
/// @param activation what is done to each sum
/// @param initialization how initial weights are drawn
public record DenseSpec(int units, Activation activation, Initialization initialization) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "dense";

    public DenseSpec {
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1, but was " + units);
        }
    }

    /// Linear, initialised as Keras does.
    public DenseSpec(int units) {
        this(units, Activation.LINEAR, Initialization.KERAS);
    }

    public DenseSpec withActivation(Activation other) {
        return new DenseSpec(units, other, initialization);
    }

    public DenseSpec withInitialization(Initialization other) {
        return new DenseSpec(units, activation, other);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Builds the layer for samples [features], or for every step of [steps, features].
    @Override
    public Dense build(String place, Shape inputShape, RandomStreams streams) {
        Dense layer = restore(place, inputShape, streams, Parameter::new);
        initialization.initialize(layer.weights(), layer.bias(), streams.stream("initialisation of layer " + place));
        return layer;
    }

    @Override
    public Dense restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        Axis outputs = new Axis("outputs", units);
        Shape weightShape = Shape.of(outputs, Axis.features(inputShape.last()));
        Parameter weights = stored.parameter(place + ".weight", weightShape);
        Parameter bias = stored.parameter(place + ".bias", Shape.of(outputs));
        return new Dense(place + " " + KIND, this, inputShape, weights, bias);
    }
}
