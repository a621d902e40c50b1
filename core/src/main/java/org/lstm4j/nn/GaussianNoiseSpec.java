package org.lstm4j.nn;

import java.util.List;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Shape;

/// The settings of a layer that adds normal noise while training and lets everything through in inference: it makes training data
/// of little more than there is. Keras' `GaussianNoise`.
///
/// Noise comes from the layer's own random stream, so training is repeatable; two passes must not train at the same time.
///
/// @param standardDeviation of the noise, 0 or more, in the unit of what goes in
public record GaussianNoiseSpec(float standardDeviation) implements LayerSpec {

    /// The kind in model files.
    public static final String KIND = "gaussian_noise";

    public GaussianNoiseSpec {
        if (!(standardDeviation >= 0f && standardDeviation <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "the standard deviation of noise must be 0 or more and finite, but was " + standardDeviation);
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
        RandomStream random = streams.stream("noise of layer " + place);
        return new WeightlessLayer(place, this, inputShape, (_, sample) -> sample,
                (layer, input, _, mode) -> mode.disturbs()
                        ? new Adding(layer, input, mode, standardDeviation, random)
                        : new PassThrough(layer, mode),
                List.of(random));
    }

    @Override
    public Layer restore(String place, Shape inputShape, RandomStreams streams, ParameterSource stored) {
        return build(place, inputShape, streams);
    }

    private static final class Adding extends CheckedPass {

        private final float standardDeviation;
        private final RandomStream random;

        Adding(Layer layer, Shape shape, PassMode mode, float standardDeviation, RandomStream random) {
            super(layer, shape, shape, mode);
            this.standardDeviation = standardDeviation;
            this.random = random;
        }

        @Override
        void run(float[] x, float[] y) {
            for (int index = 0; index < y.length; index++) {
                y[index] = x[index] + (float) (standardDeviation * normal());
            }
        }

        /// Standard normal by the polar method (Marsaglia and Bray 1964): Box and Muller's takes a cosine, and StrictMath allocates
        /// for one.
        private double normal() {
            double across;
            double square;
            do {
                across = 2 * random.nextDouble() - 1;
                double along = 2 * random.nextDouble() - 1;
                square = across * across + along * along;
            } while (square >= 1 || square == 0);
            return across * Math.sqrt(-2 * StrictMath.log(square) / square);
        }

        @Override
        void carryBack(float[] x, float[] y, float[] dy, float[] dx) {
            System.arraycopy(dy, 0, dx, 0, dx.length);
        }
    }
}
