package org.lstm4j.forecast.baseline;

/// The straight line through the first and the last observed value, drawn on.
/// With a single observed value this is [NaiveBaseline].
public record DriftBaseline() implements Baseline {

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public double[] forecast(double[] values, int steps, int horizon) {
        double[] forecast = new NaiveBaseline().forecast(values, steps, horizon);
        int last = History.lastObserved(values, steps);
        int first = last < 0 ? last : History.firstObserved(values);
        if (first < last) {
            double slope = (values[last] - values[first]) / (last - first);
            for (int step = 0; step < horizon; step++) {
                forecast[step] = values[last] + slope * (steps + step - last);
            }
        }
        return forecast;
    }
}
