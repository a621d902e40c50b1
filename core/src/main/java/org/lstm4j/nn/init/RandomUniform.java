package org.lstm4j.nn.init;

import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Uniform numbers.
///
/// @param minimum inclusive, finite
/// @param maximum exclusive, finite, not below the minimum
public record RandomUniform(double minimum, double maximum) implements Initializer {

    /// The kind in model files.
    public static final String KIND = "random_uniform";

    public RandomUniform {
        Settings.requireFinite("minimum", minimum);
        Settings.requireFinite("maximum", maximum);
        if (minimum > maximum) {
            throw new IllegalArgumentException(
                    "minimum must not be above maximum, but they were " + minimum + " and " + maximum);
        }
    }

    /// In ±0.05, Keras' default.
    public RandomUniform() {
        this(-0.05, 0.05);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        double centre = (minimum + maximum) / 2;
        double reach = (maximum - minimum) / 2;
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) (centre + (2 * random.nextDouble() - 1) * reach);
        }
    }
}
