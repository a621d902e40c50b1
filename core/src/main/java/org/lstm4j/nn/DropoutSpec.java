package org.lstm4j.nn;

import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a dropout layer.
///
/// @param rate the share of elements set to 0 while training, in [0, 1)
public record DropoutSpec(float rate) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "dropout";

    public DropoutSpec {
        if (!(rate >= 0f && rate < 1f)) {
            throw new IllegalArgumentException("dropout rate must be in [0, 1), but was " + rate);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    @Override
    public Dropout build(String place, Shape inputShape, RandomStreams streams) {
        return new Dropout(place + " " + KIND, this, inputShape, streams.stream("dropout of layer " + place));
    }

    @Override
    public Dropout restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }
}
