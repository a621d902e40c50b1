package org.lstm4j.nn.init;

import java.util.Arrays;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Every weight the same.
///
/// @param value a finite number
public record Constant(float value) implements Initializer {

    /// The kind in model files.
    public static final String KIND = "constant";

    public Constant {
        Settings.requireFinite("value", value);
    }

    /// All 0, Keras' `zeros`.
    public static Constant zeros() {
        return new Constant(0f);
    }

    /// All 1, Keras' `ones`.
    public static Constant ones() {
        return new Constant(1f);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        Arrays.fill(values, value);
    }
}
