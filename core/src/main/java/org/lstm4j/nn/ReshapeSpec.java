package org.lstm4j.nn;

import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that moves the brackets of a sample: the same elements in the same order, in other axes.
///
/// A [StepMask] goes on where the first axis keeps its size, so that steps stay the same, and ends where it does not, as in Keras, which
/// ends it always.
///
/// @param shape of one sample that comes out, such as [steps 24, features 2]; as many elements as one that goes in
public record ReshapeSpec(Shape shape) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "reshape";

    public ReshapeSpec {
        if (shape.rank() == 0 || shape.elements() == 0) {
            throw new IllegalArgumentException(
                    "a sample is reshaped to at least one number, but was to become " + shape);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, this::outputShape, ReshapePass::new);
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }

    private Shape outputShape(String layer, Shape sample) {
        if (sample.elements() != shape.elements()) {
            throw new IllegalArgumentException("layer \"" + layer + "\" makes " + shape + " of " + shape.elements()
                    + " elements, but would get " + sample + " of " + sample.elements()
                    + "; give a shape with as many elements as go in");
        }
        return shape;
    }
}
