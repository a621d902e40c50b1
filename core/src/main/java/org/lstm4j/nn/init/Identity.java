package org.lstm4j.nn.init;

import java.util.Arrays;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// The identity matrix times a gain, 0 beyond the shorter side: a layer that begins by passing its input on. Source: Le, Jaitly
/// and Hinton, A simple way to initialize recurrent networks of rectified linear units, 2015.
///
/// @param gain finite
public record Identity(float gain) implements Initializer {

    /// The kind in model files.
    public static final String KIND = "identity";

    public Identity {
        Settings.requireFinite("gain", gain);
    }

    /// Gain 1.
    public Identity() {
        this(1);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(
                    "an identity initialiser needs a matrix [outputs, inputs], but got " + shape);
        }
        Arrays.fill(values, 0f);
        for (int place = 0; place < Math.min(shape.size(0), shape.size(1)); place++) {
            values[place * shape.size(1) + place] = gain;
        }
    }
}
