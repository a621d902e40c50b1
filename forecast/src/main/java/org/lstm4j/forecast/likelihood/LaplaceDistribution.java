package org.lstm4j.forecast.likelihood;

import org.lstm4j.random.RandomStream;

/// The Laplace distribution: two exponential ones back to back.
///
/// @param location mean and median, finite
/// @param scale the mean distance from it, above 0
public record LaplaceDistribution(double location, double scale) implements Distribution {

    public LaplaceDistribution {
        Parameters.requireFinite("location", location);
        Parameters.requirePositive("scale", scale);
    }

    @Override
    public double mean() {
        return location;
    }

    @Override
    public double quantile(double level) {
        Parameters.requireLevel(level);
        double distance = level < 0.5 ? StrictMath.log(2 * level) : -StrictMath.log(2 * (1 - level));
        return location + scale * distance;
    }

    @Override
    public double cumulative(double value) {
        double distance = (value - location) / scale;
        double tail = 0.5 * StrictMath.exp(-Math.abs(distance));
        return distance < 0 ? tail : 1 - tail;
    }

    /// The quantile of a uniform number; draws one number of the stream.
    @Override
    public double sample(RandomStream random) {
        return quantile(Parameters.openUniform(random));
    }
}
