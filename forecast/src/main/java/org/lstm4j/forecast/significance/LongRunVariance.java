package org.lstm4j.forecast.significance;

/// The variance of √T times the mean of T values that depend on their neighbours, up to a known distance.
///
/// With autocovariances γₖ = 1/T · Σ (dₜ − d̄)(dₜ₋ₖ − d̄) it is γ₀ + 2 · Σ γₖ for k = 1 … lags, which is right when
/// values further apart have nothing in common, but may come out negative for few values. Then the weights 1 − k / (lags + 1)
/// of Bartlett (Newey and West 1987) take over, whose sum is above 0 unless all values are equal; it is too small rather
/// than too large.
///
/// A missing value (NaN) is left out of every product, T counts the others (Parzen 1963).
///
/// @param value above 0
/// @param bartlett whether falling weights had to take over
record LongRunVariance(double value, boolean bartlett) {

    /// What rounding may leave of a variance of 0.
    private static final double ROUNDING = 1e-12;

    /// @param values not all equal, NaN where missing
    static LongRunVariance of(double[] values, double mean, int lags) {
        double own = autocovariance(values, mean, 0);
        double equal = own;
        double falling = own;
        for (int lag = 1; lag <= lags; lag++) {
            double shared = 2 * autocovariance(values, mean, lag);
            equal += shared;
            falling += (1 - lag / (lags + 1.0)) * shared;
        }
        boolean usable = equal > ROUNDING * own;
        return usable ? new LongRunVariance(equal, false) : new LongRunVariance(falling, true);
    }

    private static double autocovariance(double[] values, double mean, int lag) {
        double sum = 0;
        int observed = 0;
        for (int index = 0; index < values.length; index++) {
            if (!Double.isNaN(values[index])) {
                observed++;
                double product = index < lag ? 0 : (values[index] - mean) * (values[index - lag] - mean);
                sum += Double.isNaN(product) ? 0 : product;
            }
        }
        return sum / observed;
    }
}
