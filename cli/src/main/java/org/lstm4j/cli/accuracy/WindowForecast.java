package org.lstm4j.cli.accuracy;

import java.util.Arrays;
import java.util.Optional;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// What a method says of a window, in the unit of the file.
///
/// @param point by which absolute errors are judged, as a rule the median, `[horizon]`; shared, never to be changed
/// @param mean by which squared errors are judged, `[horizon]`; shared, never to be changed; the point forecast where a method has but one
///        number to say
/// @param quantiles of at least the levels of [org.lstm4j.forecast.metrics.IntervalAccumulator#levels]; empty where the method has
///        none
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record WindowForecast(double[] point, double[] mean, Optional<QuantileForecast> quantiles) {

    /// One number for all errors, without quantiles.
    static WindowForecast of(double[] point) {
        return new WindowForecast(point, point, Optional.empty());
    }

    /// One number for all errors, which stands beside quantiles.
    static WindowForecast of(QuantileForecast quantiles) {
        return new WindowForecast(quantiles.point(), quantiles.point(), Optional.of(quantiles));
    }

    /// A point forecast, and the mean that the quantiles beside it come to.
    static WindowForecast ofDistribution(QuantileForecast quantiles) {
        return new WindowForecast(quantiles.point(), quantiles.mean(), Optional.of(quantiles));
    }

    /// The median of quantiles, and the mean that they come to.
    ///
    /// @param levels with 0.5 among them
    /// @param quantiles `[horizon][levels]`
    static WindowForecast ofDistribution(double[] levels, double[][] quantiles) {
        int median = QuantileForecast.indexOf(levels, 0.5);
        double[] point = Arrays.stream(quantiles).mapToDouble(ofStep -> ofStep[median]).toArray();
        return ofDistribution(new QuantileForecast(levels, quantiles, point));
    }

    /// With another mean.
    WindowForecast withMean(double[] other) {
        return new WindowForecast(point, other, quantiles);
    }
}
