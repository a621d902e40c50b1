package org.lstm4j.nn;

import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that puts all elements of a sample into one row: [steps, features] becomes [features steps·features].
///
/// A dense layer after it is built for one number of steps, so the network no longer takes sequences of other lengths.
///
/// A [StepMask] ends here, as in Keras: what stands at steps that do not count goes into the row as it is, which is 0 after a recurrent
/// layer. Where only steps that count should, [LastStepSpec] and [GlobalPoolingSpec] pass over the others.
public record FlattenSpec() implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "flatten";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, (_, sample) -> Shape.vector(sample.elements()),
                ReshapePass::new);
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }
}
