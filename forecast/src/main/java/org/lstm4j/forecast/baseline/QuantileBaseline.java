package org.lstm4j.forecast.baseline;

/// A baseline that also says how sure it is.
public interface QuantileBaseline extends Baseline {

    /// Quantiles of the steps right after the history, by the normal distribution about the forecast.
    ///
    /// Its standard deviation is that of the method's one-step errors in the history, in the way it grows with the step by the
    /// method's theory; 0 for a constant history, so that all quantiles are the forecast. NaN where the forecast is NaN, and at
    /// every level where no two observed values are there to tell an error.
    ///
    /// @param values the history, and possibly later values, which are not looked at
    /// @param steps how many values are history
    /// @param horizon steps to forecast, at least 1
    /// @param levels probabilities, each between 0 and 1, both excluded
    /// @return a new array, `[horizon][levels]`
    /// @throws IllegalArgumentException when an argument is out of range
    double[][] quantiles(double[] values, int steps, int horizon, double[] levels);
}
