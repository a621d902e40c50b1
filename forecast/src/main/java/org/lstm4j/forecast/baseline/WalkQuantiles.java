package org.lstm4j.forecast.baseline;

import org.lstm4j.special.Normal;

/// Quantiles of a seasonal random walk, whose forecast is seasonal naive.
///
/// ```
/// σ(h) = σ · √(floor((h − 1)/m) + 1)        σ² = mean (x(t) − x(t−m))²
/// ```
///
/// over the pairs of which both values were observed: h steps ahead lie so many seasons ahead, and each adds an error. Missing
/// values at the end of the history do not widen it. Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice,
/// third edition, 5.5; the functions naive and snaive of the R package forecast.
final class WalkQuantiles {

    private WalkQuantiles() {}

    /// @param forecast the centre, `[horizon]`
    /// @return `[horizon][levels]`
    static double[][] around(double[] forecast, double[] values, int steps, int season, double[] levels) {
        double[] scores = new double[levels.length];
        for (int level = 0; level < levels.length; level++) {
            requireLevel(levels[level]);
            scores[level] = Normal.quantile(levels[level]);
        }
        double deviation = deviation(values, steps, season);
        double[][] quantiles = new double[forecast.length][levels.length];
        for (int step = 0; step < forecast.length; step++) {
            int seasonsAhead = step / season + 1;
            double ofStep = deviation * Math.sqrt(seasonsAhead);
            for (int level = 0; level < levels.length; level++) {
                quantiles[step][level] = forecast[step] + scores[level] * ofStep;
            }
        }
        return quantiles;
    }

    private static double deviation(double[] values, int steps, int season) {
        double squares = 0;
        int pairs = 0;
        for (int step = season; step < steps; step++) {
            double error = values[step] - values[step - season];
            if (!Double.isNaN(error)) {
                squares += error * error;
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : Math.sqrt(squares / pairs);
    }

    private static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "a level is a probability between 0 and 1, such as 0.9, but was " + level);
        }
    }
}
