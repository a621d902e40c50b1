package org.lstm4j.nn.init;

import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Normal numbers, drawn again where they are more than two standard deviations from the mean.
///
/// What is left spreads less: its standard deviation is 0.8796 of the one given here.
///
/// @param mean finite
/// @param standardDeviation of the normal distribution before it is cut, 0 or more
public record TruncatedNormal(double mean, double standardDeviation) implements Initializer {

    /// The kind in model files.
    public static final String KIND = "truncated_normal";

    /// The standard deviation of a standard normal that is cut at ±2: √(1 − 4·φ(2) / (Φ(2) − Φ(−2))).
    static final double SPREAD_LEFT = 0.879625661034239;

    private static final double FARTHEST = 2;

    public TruncatedNormal {
        Settings.requireFinite("mean", mean);
        Settings.requireNotNegative("standard deviation", standardDeviation);
    }

    /// Mean 0, standard deviation 0.05, Keras' default.
    public TruncatedNormal() {
        this(0, 0.05);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) (mean + standardDeviation * near(random));
        }
    }

    private static double near(RandomStream random) {
        double number = random.nextGaussian();
        while (Math.abs(number) > FARTHEST) {
            number = random.nextGaussian();
        }
        return number;
    }
}
