package org.lstm4j.forecast.likelihood;

import org.lstm4j.random.RandomStream;
import org.lstm4j.special.Normal;

/// The log-normal distribution: of a number above 0 whose logarithm is normal. Its median is e^μ, its mean e^(μ + σ²/2), which
/// lies above it.
///
/// @param location μ, the mean of the logarithm, finite
/// @param scale σ, the standard deviation of the logarithm, above 0
public record LogNormalDistribution(double location, double scale) implements Distribution {

    public LogNormalDistribution {
        Parameters.requireFinite("location", location);
        Parameters.requirePositive("scale", scale);
    }

    @Override
    public double mean() {
        return StrictMath.exp(location + 0.5 * scale * scale);
    }

    @Override
    public double quantile(double level) {
        return StrictMath.exp(location + scale * Normal.quantile(level));
    }

    @Override
    public double cumulative(double value) {
        return value <= 0 ? 0 : Normal.cumulative((StrictMath.log(value) - location) / scale);
    }

    /// Draws two numbers of the stream.
    @Override
    public double sample(RandomStream random) {
        return StrictMath.exp(location + scale * random.nextGaussian());
    }
}
