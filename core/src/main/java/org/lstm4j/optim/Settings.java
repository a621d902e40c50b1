package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// What the optimizers of this package share: checks of their settings, and state arrays.
final class Settings {

    private Settings() {}

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a number above 0, but was " + value);
        }
    }

    static void requireDecay(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), but was " + value);
        }
    }

    /// Zeros, an array for every parameter.
    static float[][] likeParameters(List<Parameter> parameters) {
        float[][] arrays = new float[parameters.size()][];
        for (int index = 0; index < arrays.length; index++) {
            arrays[index] = new float[parameters.get(index).value().length];
        }
        return arrays;
    }
}
