package org.lstm4j.forecast.likelihood;

import org.lstm4j.random.RandomStream;
import org.lstm4j.special.StudentT;

/// Student's t distribution. Its mean is the location, where there is one: above 1 degree of freedom.
///
/// @param location finite
/// @param scale above 0; not the standard deviation, which is scale·√(ν/(ν − 2))
/// @param degrees ν, above 0
public record StudentTDistribution(double location, double scale, double degrees) implements Distribution {

    public StudentTDistribution {
        Parameters.requireFinite("location", location);
        Parameters.requirePositive("scale", scale);
        Parameters.requirePositive("number of degrees of freedom", degrees);
    }

    @Override
    public double mean() {
        return degrees > 1 ? location : Double.NaN;
    }

    @Override
    public double quantile(double level) {
        return location + scale * StudentT.quantile(level, degrees);
    }

    @Override
    public double cumulative(double value) {
        return StudentT.cumulative((value - location) / scale, degrees);
    }

    /// Box and Muller's transformation with another radius: √(ν·(u^(−2/ν) − 1))·cos 2πv. Draws two numbers of the stream.
    ///
    /// Source: Bailey, Polar generation of random variates with the t-distribution, 1994.
    @Override
    public double sample(RandomStream random) {
        double logarithm = StrictMath.log(1 - random.nextDouble());
        double radius = Math.sqrt(degrees * StrictMath.expm1(-2 / degrees * logarithm));
        return location + scale * radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
