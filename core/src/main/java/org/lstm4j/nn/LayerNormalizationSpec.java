package org.lstm4j.nn;

import java.util.Arrays;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of a [LayerNormalization].
///
/// @param epsilon added to the variance, above 0: 1e-3 as Keras, 1e-5 as PyTorch
public record LayerNormalizationSpec(float epsilon) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "layer_normalization";

    public LayerNormalizationSpec {
        if (!(epsilon > 0f && epsilon <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("epsilon must be above 0 and finite, but was " + epsilon);
        }
    }

    /// As Keras: 1e-3.
    public LayerNormalizationSpec() {
        this(Initialization.KERAS);
    }

    /// With the epsilon that Keras or PyTorch has: 1e-3 or 1e-5.
    public LayerNormalizationSpec(Initialization preset) {
        this(switch (preset) {
            case KERAS -> 1e-3f;
            case PYTORCH -> 1e-5f;
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepUse stepUse() {
        return StepUse.EACH_ALONE;
    }

    /// Builds the layer for samples of any shape with an innermost axis, with γ = 1 and β = 0.
    @Override
    public LayerNormalization build(String place, Shape inputShape, RandomStreams streams) {
        LayerNormalization layer = restore(place, inputShape, streams, Parameter::new);
        Arrays.fill(layer.gamma().value(), 1f);
        return layer;
    }

    @Override
    public LayerNormalization restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        Shape shape = Shape.of(new Axis("features", inputShape.last()));
        Parameter gamma = stored.parameter(place + ".weight", shape);
        Parameter beta = stored.parameter(place + ".bias", shape);
        return new LayerNormalization(place + " " + KIND, this, inputShape, gamma, beta);
    }
}
