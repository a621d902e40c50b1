package org.lstm4j.nn;

import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that says the same vector at every step: [features] becomes [steps, features]. Between an encoder that
/// returns its last state and a decoder that returns sequences. All its steps count: a [StepMask] has ended before.
///
/// @param steps how often, at least 1
public record RepeatVectorSpec(int steps) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "repeat_vector";

    public RepeatVectorSpec {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, but was " + steps);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Layer build(String place, Shape inputShape, RandomStreams streams) {
        return new WeightlessLayer(place, this, inputShape, this::outputShape, Repeating::new);
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }

    private Shape outputShape(String layer, Shape sample) {
        if (sample.rank() != 1) {
            throw new IllegalArgumentException("layer \"" + layer + "\" repeats vectors [features], but would get "
                    + sample + "; let the layer before return its last step alone");
        }
        return Shape.of(Axis.steps(steps), sample.axes().getFirst());
    }

    private static final class Repeating extends CheckedPass {

        private final int batch;
        private final int steps;
        private final int features;

        Repeating(Layer layer, Shape inputShape, Shape outputShape, PassMode mode) {
            super(layer, inputShape, outputShape, mode);
            batch = outputShape.size(0);
            steps = outputShape.size(1);
            features = outputShape.last();
        }

        @Override
        void run(float[] x, float[] y) {
            for (int row = 0; row < batch * steps; row++) {
                System.arraycopy(x, row / steps * features, y, row * features, features);
            }
        }

        /// The sum over steps, in their order.
        @Override
        void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
            for (int sample = 0; sample < batch; sample++) {
                for (int feature = 0; feature < features; feature++) {
                    float sum = 0f;
                    for (int step = 0; step < steps; step++) {
                        sum += dy[(sample * steps + step) * features + feature];
                    }
                    dx[sample * features + feature] = sum;
                }
            }
        }
    }
}
