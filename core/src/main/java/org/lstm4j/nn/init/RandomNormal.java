package org.lstm4j.nn.init;

import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Normal numbers.
///
/// @param mean finite
/// @param standardDeviation 0 or more
public record RandomNormal(double mean, double standardDeviation) implements Initializer {

    /// The kind in model files.
    public static final String KIND = "random_normal";

    public RandomNormal {
        Settings.requireFinite("mean", mean);
        Settings.requireNotNegative("standard deviation", standardDeviation);
    }

    /// Mean 0, standard deviation 0.05, Keras' default.
    public RandomNormal() {
        this(0, 0.05);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) (mean + standardDeviation * random.nextGaussian());
        }
    }
}
