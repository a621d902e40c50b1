package org.lstm4j.forecast.baseline;

import java.util.Arrays;

/// The last observed value, for every step ahead.
public record NaiveBaseline() implements QuantileBaseline {

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public double[] forecast(double[] values, int steps, int horizon) {
        History.check(values, steps, horizon);
        int last = History.lastObserved(values, steps);
        double[] forecast = new double[horizon];
        Arrays.fill(forecast, last < 0 ? Double.NaN : values[last]);
        return forecast;
    }

    @Override
    public double[][] quantiles(double[] values, int steps, int horizon, double[] levels) {
        return WalkQuantiles.around(forecast(values, steps, horizon), values, steps, 1, levels);
    }
}
