package org.lstm4j.nn;

import java.util.List;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a dropout that takes away whole features of a sequence: which ones is drawn for every sample and stays the same
/// over its steps, as steps beside each other know too much of each other for single elements to be missed. What is kept is
/// scaled by 1 / (1 − rate); nothing is dropped in inference. Source: Tompson et al., Efficient object localization using
/// convolutional networks, 2015; Keras' `SpatialDropout1D`.
///
/// Masks come from the layer's own random stream, so training is repeatable; two passes must not train at the same time.
///
/// @param rate the share of features set to 0 while training, in [0, 1)
public record SpatialDropoutSpec(float rate) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "spatial_dropout";

    public SpatialDropoutSpec {
        if (!(rate >= 0f && rate < 1f)) {
            throw new IllegalArgumentException("spatial dropout rate must be in [0, 1), but was " + rate);
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
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        RandomStream random = streams.stream("dropout of layer " + place);
        return new WeightlessLayer(place, this, inputShape, SpatialDropoutSpec::outputShape,
                (layer, input, _, mode) -> mode.disturbs()
                        ? new Masking(layer, input, mode, rate, random)
                        : new PassThrough(layer, mode),
                List.of(random));
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }

    private static Shape outputShape(String layer, Shape sample) {
        StepShapes.requireSequence(layer, sample);
        return sample;
    }

    private static final class Masking extends CheckedPass {

        private final float rate;
        private final RandomStream random;
        private final int ofSample;
        private final int features;
        /// [batch, features]
        private final float[] mask;

        Masking(Layer layer, Shape shape, PassMode mode, float rate, RandomStream random) {
            super(layer, shape, shape, mode);
            this.rate = rate;
            this.random = random;
            features = shape.last();
            ofSample = shape.size(1) * features;
            mask = new float[shape.size(0) * features];
        }

        @Override
        void run(float[] x, float[] y) {
            float kept = 1f / (1f - rate);
            for (int index = 0; index < mask.length; index++) {
                mask[index] = random.nextFloat() < rate ? 0f : kept;
            }
            multiply(x, y);
        }

        @Override
        void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
            multiply(dy, dx);
        }

        private void multiply(float[] from, float[] to) {
            for (int index = 0; index < to.length; index++) {
                to[index] = from[index] * mask[index / ofSample * features + index % features];
            }
        }
    }
}
