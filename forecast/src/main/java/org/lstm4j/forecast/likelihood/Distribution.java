package org.lstm4j.forecast.likelihood;

import org.lstm4j.random.RandomStream;

/// The distribution of one number. Immutable.
public interface Distribution {

    /// The expected value; NaN where there is none.
    double mean();

    /// The value below which the number lies with that probability.
    ///
    /// @param level in (0, 1)
    double quantile(double level);

    /// The probability of a number up to `value`.
    double cumulative(double value);

    /// Draws a number.
    double sample(RandomStream random);
}
