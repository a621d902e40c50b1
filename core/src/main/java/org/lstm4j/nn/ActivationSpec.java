package org.lstm4j.nn;

import java.util.Objects;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that does nothing but an activation, to every element of samples of any shape.
///
/// @param activation what is done to each element
public record ActivationSpec(Activation activation) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "activation";

    public ActivationSpec {
        Objects.requireNonNull(activation, "activation");
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
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, (_, sample) -> sample,
                (layer, input, _, mode) -> new ActivationPass(layer, activation, input, mode));
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }
}
