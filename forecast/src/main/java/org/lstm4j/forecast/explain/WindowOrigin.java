package org.lstm4j.forecast.explain;

import org.lstm4j.forecast.prepare.PreparedSeries;

/// Where a forecast begins.
///
/// @param series as the forecaster reads it
/// @param step of the series, the first one foretold
public record WindowOrigin(PreparedSeries series, int step) {

    /// The time of that step, or its number where there are no times.
    public String time() {
        return series.series().timeline().format(step);
    }
}
