package org.lstm4j.forecast;

import java.util.Optional;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.metrics.SeriesScale;

/// What a forecaster said of one target of one window, beside what came true.
///
/// @param point in the target's unit, `[horizon]`; shared, never to be changed
/// @param quantiles where the forecaster gives some
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record JudgedForecast(JudgedWindow window, double[] point, Optional<QuantileForecast> quantiles) {

    /// With errors divided by another scale.
    public JudgedForecast withScale(SeriesScale other) {
        JudgedWindow scaled = new JudgedWindow(window.series(), window.target(), window.origin(), other);
        return new JudgedForecast(scaled, point, quantiles);
    }
}
