package org.lstm4j.forecast.likelihood;

import org.lstm4j.random.RandomStream;

/// What distributions ask of their parameters and of the levels they are asked for.
final class Parameters {

    private static final double UNIT = 0x1p-52;

    private Parameters() {}

    static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + what + " of a distribution must be a number, but was " + value
                    + "; look for outputs of the network that are none");
        }
    }

    static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + what + " of a distribution must be finite and above 0, but was "
                    + value + "; look for outputs of the network or scales that are not");
        }
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level of a quantile must be above 0 and below 1, but was " + level
                    + "; the median has level 0.5");
        }
    }

    /// @throws IllegalArgumentException when values were shifted, which distributions of numbers above 0 cannot follow
    static void requireNoShift(String name, double shift) {
        if (shift != 0) {
            throw new IllegalArgumentException("the likelihood " + name
                    + " is for numbers that were not shifted, but the shift is " + shift
                    + "; scale with mean-abs or none, or use the likelihood student-t");
        }
    }

    /// Uniform in (0, 1), without the ends: 52 bits.
    static double openUniform(RandomStream random) {
        return ((random.nextLong() >>> 12) + 0.5) * UNIT;
    }
}
