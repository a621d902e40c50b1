package org.lstm4j.nn;

import org.jspecify.annotations.Nullable;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// The settings of a layer that finds out which steps count: those of which any feature differs from a value. The layers after it
/// pass over the others: see [StepMask]. What comes in goes on as it is. Keras' `Masking`.
///
/// In a network with such a layer, sequences padded with the value give what they give without their padding.
///
/// @param value of all features of a step that does not count; not NaN
public record MaskingSpec(float value) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "masking";

    public MaskingSpec {
        if (Float.isNaN(value)) {
            throw new IllegalArgumentException("masking looks for a value, which must not be NaN; fill missing values"
                    + " with a number that does not occur otherwise, and give that");
        }
    }

    /// Steps that are all 0 do not count.
    public MaskingSpec() {
        this(0f);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, MaskingSpec::outputShape,
                (layer, input, _, _) -> new Pass(layer, input, value));
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }

    private static Shape outputShape(String layer, Shape sample) {
        StepShapes.requireSequence(layer, sample);
        return sample;
    }

    private static final class Pass implements LayerPass {

        private final Layer layer;
        private final Shape shape;
        private final float value;
        private final StepMask mask;
        private @Nullable Tensor gradient;

        Pass(Layer layer, Shape shape, float value) {
            this.layer = layer;
            this.shape = shape;
            this.value = value;
            mask = StepMask.all(shape.size(0), shape.size(1));
        }

        @Override
        public Tensor forward(Tensor input) {
            ShapeCheck.require(layer, "input", shape, input);
            for (int row = 0; row < mask.batch(); row++) {
                for (int step = 0; step < mask.steps(); step++) {
                    mask.set(row, step, counts(input.data(), (row * mask.steps() + step) * shape.last()));
                }
            }
            return input;
        }

        private boolean counts(float[] input, int from) {
            for (int feature = 0; feature < shape.last(); feature++) {
                if (input[from + feature] != value) {
                    return true;
                }
            }
            return false;
        }

        /// The steps that count for this layer and for those before it.
        @Override
        public StepMask outputMask(@Nullable StepMask inputMask) {
            if (inputMask != null) {
                mask.keep(inputMask);
            }
            return mask;
        }

        @Override
        public void backward(Tensor outputGradient) {
            gradient = outputGradient;
        }

        @Override
        public Tensor inputGradient() {
            Tensor given = gradient;
            if (given == null) {
                throw new IllegalStateException("layer \"" + layer.name() + "\" has no gradient before its first"
                        + " backward; run forward and backward first");
            }
            return given;
        }
    }
}
