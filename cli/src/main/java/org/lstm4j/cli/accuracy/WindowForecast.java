package org.lstm4j.cli.accuracy;

import java.util.Arrays;
import java.util.Optional;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// What a method says of a window, in the unit of the file.
///
/// @param point `[horizon]`; shared, never to be changed
/// @param quantiles of at least the levels of [org.lstm4j.forecast.metrics.IntervalAccumulator#levels]; empty where the method has
///        none
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record WindowForecast(double[] point, Optional<QuantileForecast> quantiles) {

    /// Without quantiles.
    static WindowForecast of(double[] point) {
        return new WindowForecast(point, Optional.empty());
    }

    /// With quantiles, of which the median is the point forecast.
    ///
    /// @param levels with 0.5 among them
    /// @param quantiles `[horizon][levels]`
    static WindowForecast ofMedian(double[] levels, double[][] quantiles) {
        int median = QuantileForecast.indexOf(levels, 0.5);
        double[] point = Arrays.stream(quantiles).mapToDouble(ofStep -> ofStep[median]).toArray();
        return of(new QuantileForecast(levels, quantiles, point));
    }

    /// With quantiles, beside which the point forecast stands.
    static WindowForecast of(QuantileForecast quantiles) {
        return new WindowForecast(quantiles.point(), Optional.of(quantiles));
    }
}
