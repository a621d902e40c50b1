package org.lstm4j.forecast.global;

import org.lstm4j.forecast.TimeSeries;

/// One target of a series: what a global model foretells by itself. Two are equal only where they are the same object.
final class TargetSeries {

    private final TimeSeries series;
    private final String target;
    private final double[] values;

    private TargetSeries(TimeSeries series, String target) {
        this.series = series;
        this.target = target;
        this.values = series.column(target);
    }

    /// @throws org.lstm4j.DataException when the series has no such column
    static TargetSeries of(TimeSeries series, String target) {
        return new TargetSeries(series, target);
    }

    /// With all its columns.
    TimeSeries series() {
        return series;
    }

    /// The column.
    String target() {
        return target;
    }

    /// NaN where missing, `[steps]`; shared, never to be changed.
    double[] values() {
        return values;
    }

    /// Tells it from others: `demand`, or `demand of north`.
    String name() {
        return series.name().isEmpty() ? target : target + " of " + series.name();
    }

    /// The first step with a value; the number of steps where there is none.
    int firstObserved() {
        return series.firstObserved(target);
    }
}
