package org.lstm4j.forecast.season;

import java.util.Arrays;

/// How much a series resembles itself some steps earlier.
///
/// ```
/// r(k) = c(k) / c(0)
/// c(k) = Σ (x(t) − mean)·(x(t+k) − mean) / (pairs + k)
/// ```
///
/// over the pairs of which both values were observed. Without missing values the divisor is n at every lag, which is what R's
/// `acf` computes; with missing ones it is what R's `acf` computes under `na.pass`. Sums run in index order.
///
/// Cost: n · lags multiplications.
public final class Autocorrelation {

    private Autocorrelation() {}

    /// The autocorrelations at the lags 0 to `lags`.
    ///
    /// @param values oldest first, NaN where missing
    /// @param lags the longest lag, at least 0; lags without a pair give 0
    /// @return `[lags + 1]`, 1 at lag 0; all NaN when the observed values are all equal, or there are none
    /// @throws IllegalArgumentException when lags is negative
    public static double[] of(double[] values, int lags) {
        if (lags < 0) {
            throw new IllegalArgumentException("lags must be at least 0, but was " + lags);
        }
        double[] correlations = new double[lags + 1];
        double[] deviations = deviations(values);
        double variance = covariance(deviations, 0);
        if (!(variance > 0)) {
            Arrays.fill(correlations, Double.NaN);
            return correlations;
        }
        for (int lag = 0; lag <= lags; lag++) {
            correlations[lag] = covariance(deviations, lag) / variance;
        }
        return correlations;
    }

    /// The values less their mean; all NaN when they are all equal, where the mean could miss them by a rounding error.
    private static double[] deviations(double[] values) {
        double sum = 0;
        int observed = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                observed++;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        double mean = least < most ? sum / observed : Double.NaN;
        double[] deviations = new double[values.length];
        for (int step = 0; step < values.length; step++) {
            deviations[step] = values[step] - mean;
        }
        return deviations;
    }

    private static double covariance(double[] deviations, int lag) {
        double sum = 0;
        int pairs = 0;
        for (int step = lag; step < deviations.length; step++) {
            double product = deviations[step] * deviations[step - lag];
            if (!Double.isNaN(product)) {
                sum += product;
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / (pairs + lag);
    }
}
