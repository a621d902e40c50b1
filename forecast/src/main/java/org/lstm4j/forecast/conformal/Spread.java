package org.lstm4j.forecast.conformal;

import org.lstm4j.special.Normal;

/// How wide a forecast is: the standard deviation of the normal distribution whose outermost quantiles are as far apart.
///
/// @param distance of the outermost levels in a standard normal distribution; 0 for a single level
record Spread(double distance) {

    /// Levels further out move as this one does: of themselves a miss beyond 0.001 would move them by three deviations.
    private static final double OUTERMOST = 0.01;

    /// @param levels of the quantiles, rising
    static Spread of(double[] levels) {
        return new Spread(Normal.quantile(levels[levels.length - 1]) - Normal.quantile(levels[0]));
    }

    /// Of the quantiles of a step; 0 or NaN where there is none.
    double in(double[] quantiles) {
        return distance > 0 ? (quantiles[quantiles.length - 1] - quantiles[0]) / distance : 0;
    }

    /// A rate for each level: γ over the density of a standard normal distribution at it.
    static double[] rates(double[] levels, double rate) {
        double[] rates = new double[levels.length];
        for (int level = 0; level < rates.length; level++) {
            double score = Normal.quantile(Math.clamp(levels[level], OUTERMOST, 1 - OUTERMOST));
            rates[level] = rate / Normal.density(score);
        }
        return rates;
    }
}
