package org.lstm4j.forecast.global;

import org.lstm4j.forecast.TimeSeries;

/// One target of a series: what a global model foretells by itself.
///
/// @param series with all its columns
/// @param target the column
/// @param values of the target, NaN where missing, `[steps]`; shared, never to be changed
@SuppressWarnings("ArrayRecordComponent") // a carrier of values, never compared
record TargetSeries(TimeSeries series, String target, double[] values) {

    /// @throws org.lstm4j.DataException when the series has no such column
    static TargetSeries of(TimeSeries series, String target) {
        return new TargetSeries(series, target, series.column(target));
    }

    /// Tells it from others: `demand`, or `demand of north`.
    String name() {
        return series.name().isEmpty() ? target : target + " of " + series.name();
    }

    /// The first step with a value; the number of steps where there is none.
    int firstObserved() {
        int step = 0;
        while (step < values.length && Double.isNaN(values[step])) {
            step++;
        }
        return step;
    }
}
