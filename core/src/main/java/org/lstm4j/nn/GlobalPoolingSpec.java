package org.lstm4j.nn;

import java.util.Objects;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that makes one vector of all steps: [steps, features] becomes [features].
///
/// With a [StepMask] it looks at the steps that count alone, and gives 0 for a sequence of which none does. (Keras' average heeds
/// masks too; its maximum does not, and takes padding for data.)
///
/// @param pooling how
public record GlobalPoolingSpec(Pooling pooling) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "global_pooling";

    public GlobalPoolingSpec {
        Objects.requireNonNull(pooling, "pooling");
    }

    /// What is made of a feature's values over all steps.
    public enum Pooling {
        /// Their mean: Keras' `GlobalAveragePooling1D`.
        AVERAGE,
        /// The largest: Keras' `GlobalMaxPooling1D`. The gradient goes to the first step that has it.
        MAXIMUM;

        /// Its name in settings and model files.
        public String label() {
            return switch (this) {
                case AVERAGE -> "average";
                case MAXIMUM -> "maximum";
            };
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, GlobalPoolingSpec::outputShape,
                (layer, input, output, mode) -> switch (pooling) {
                    case AVERAGE -> new AveragePass(layer, input, output, mode);
                    case MAXIMUM -> new MaximumPass(layer, input, output, mode);
                });
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }

    private static Shape outputShape(String layer, Shape sample) {
        StepShapes.requireSequence(layer, sample);
        return StepShapes.ofOneStep(sample);
    }
}
