package org.lstm4j.forecast.deepar;

import java.util.Objects;

/// Where a series is to be foretold from.
///
/// @param origin the first step that is not known, from 1 to all steps of the series: those from it on are not looked at
public record DeepArOrigin(DeepArSeries series, int origin) {

    public DeepArOrigin {
        Objects.requireNonNull(series, "series");
    }

    /// After all that the series has.
    public static DeepArOrigin end(DeepArSeries series) {
        return new DeepArOrigin(series, series.steps());
    }
}
