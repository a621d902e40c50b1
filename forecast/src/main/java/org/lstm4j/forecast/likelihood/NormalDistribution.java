package org.lstm4j.forecast.likelihood;

import org.lstm4j.random.RandomStream;
import org.lstm4j.special.Normal;

/// The normal distribution.
///
/// @param mean finite
/// @param deviation the standard deviation, above 0
public record NormalDistribution(double mean, double deviation) implements Distribution {

    public NormalDistribution {
        Parameters.requireFinite("mean", mean);
        Parameters.requirePositive("deviation", deviation);
    }

    @Override
    public double quantile(double level) {
        return mean + deviation * Normal.quantile(level);
    }

    @Override
    public double cumulative(double value) {
        return Normal.cumulative((value - mean) / deviation);
    }

    /// Draws two numbers of the stream.
    @Override
    public double sample(RandomStream random) {
        return mean + deviation * random.nextGaussian();
    }
}
