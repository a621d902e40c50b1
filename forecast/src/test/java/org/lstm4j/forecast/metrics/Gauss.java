package org.lstm4j.forecast.metrics;

import java.util.Arrays;

/// A normal distribution for tests, with its quantiles and the closed form of its score.
///
/// @param mean μ
/// @param deviation σ, above 0
record Gauss(double mean, double deviation) {

    /// Standard normal quantiles of levels 0.5, 0.6 … 0.9 and 0.975, from tables.
    private static final double[] UPPER = {0, 0.2533471031357997, 0.5244005127080407, 0.8416212335729143,
        1.2815515655446004, 1.959963984540054};

    /// The quantiles of [IntervalAccumulator#levels], the same for every step.
    QuantileForecast forecast(int horizon) {
        double[] quantiles = new double[11];
        for (int index = 0; index < UPPER.length; index++) {
            quantiles[5 + index] = mean + deviation * UPPER[index];
            quantiles[5 - index] = mean - deviation * UPPER[index];
        }
        double[][] values = new double[horizon][];
        double[] point = new double[horizon];
        Arrays.fill(values, quantiles);
        Arrays.fill(point, mean);
        return new QuantileForecast(IntervalAccumulator.levels(), values, point);
    }

    /// CRPS of a value z deviations above the mean: σ · (z · (2Φ(z) − 1) + 2φ(z) − 1/√π) (Gneiting and others 2005).
    ///
    /// @param cumulative Φ(z), from a table
    double crps(double z, double cumulative) {
        double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return deviation * (z * (2 * cumulative - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
    }
}
