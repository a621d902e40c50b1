package org.lstm4j.forecast.likelihood;

import org.lstm4j.random.RandomStream;
import org.lstm4j.special.Beta;
import org.lstm4j.special.Gamma;
import org.lstm4j.special.Normal;

/// The negative binomial distribution of a count. Its variance is mean + dispersion·mean².
///
/// Quantiles are counts: the smallest up to which at least that share lies.
///
/// @param mean μ, above 0
/// @param dispersion α, above 0; near 0 it is Poisson's distribution
public record NegativeBinomialDistribution(double mean, double dispersion) implements Distribution {

    public NegativeBinomialDistribution {
        Parameters.requirePositive("mean", mean);
        Parameters.requirePositive("dispersion", dispersion);
    }

    /// The probability of exactly that count; 0 of what is none.
    public double probability(double count) {
        if (count < 0 || count != StrictMath.rint(count)) {
            return 0;
        }
        double size = 1 / dispersion;
        double spread = dispersion * mean;
        return StrictMath.exp(Gamma.logRatio(size, count) - Gamma.logarithm(count + 1)
                - (size + count) * StrictMath.log1p(spread) + count * StrictMath.log(spread));
    }

    /// The smallest count up to which lies at least that share: found by doubling steps from where a normal distribution has it,
    /// then by halving.
    @Override
    public double quantile(double level) {
        Parameters.requireLevel(level);
        double deviation = Math.sqrt(mean + dispersion * mean * mean);
        double guess = Math.max(0, StrictMath.rint(mean + deviation * Normal.quantile(level)));
        double low = guess; // to be a count with less than the level up to it, or −1
        double high = guess; // to be one with as much
        double step = 1;
        while (low >= 0 && cumulative(low) >= level) {
            high = low;
            low = Math.max(-1, low - step);
            step *= 2;
        }
        while (cumulative(high) < level) {
            low = high;
            high += step;
            step *= 2;
        }
        return between(low, high, level);
    }

    private double between(double from, double to, double level) {
        double low = from;
        double high = to;
        while (high - low > 1) {
            double middle = Math.floor(low + (high - low) / 2);
            if (middle <= low || middle >= high) {
                break; // counts so large that doubles have no number between
            }
            if (cumulative(middle) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// I(r, k + 1) at r/(r + μ), r being 1/α and k the largest count up to the value.
    @Override
    public double cumulative(double value) {
        if (value < 0) {
            return 0;
        }
        double spread = dispersion * mean;
        return Beta.regularized(1 / (1 + spread), spread / (1 + spread), 1 / dispersion, Math.floor(value) + 1);
    }

    /// The quantile of a uniform number; draws one number of the stream.
    @Override
    public double sample(RandomStream random) {
        return quantile(Parameters.openUniform(random));
    }
}
