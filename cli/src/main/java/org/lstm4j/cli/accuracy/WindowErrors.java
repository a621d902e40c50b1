package org.lstm4j.cli.accuracy;

import java.util.Arrays;
import org.lstm4j.forecast.metrics.IntervalAccumulator;
import org.lstm4j.forecast.metrics.MetricsAccumulator;
import org.lstm4j.forecast.metrics.PointMetrics;
import org.lstm4j.forecast.metrics.QuantileForecast;
import org.lstm4j.forecast.metrics.SeriesScale;

/// What the windows of one method come to, in the unit of the protocol. Mutable, one caller at a time.
final class WindowErrors {

    /// Scaled measures of corrected intervals are not asked for.
    private static final SeriesScale NO_SCALE = new SeriesScale(1, 1);

    private final MetricsAccumulator points;
    private final MetricsAccumulator means;
    private final IntervalAccumulator intervals;
    private final IntervalAccumulator corrected;
    private final OriginLosses losses;
    private final boolean isOfSquares;
    private final boolean scalesLosses;

    WindowErrors(Protocol protocol) {
        points = new MetricsAccumulator(protocol.horizon());
        means = new MetricsAccumulator(protocol.horizon());
        intervals = new IntervalAccumulator(protocol.horizon());
        corrected = new IntervalAccumulator(protocol.horizon());
        isOfSquares = protocol.main().isOfSquares();
        losses = new OriginLosses(isOfSquares, protocol.windows().stride(protocol.horizon()));
        scalesLosses = protocol.measures().contains(Measure.MASE);
    }

    /// Adds a window.
    ///
    /// @param key tells series apart
    /// @param unit what values are divided by
    /// @param scale of MASE, in the unit of the file
    /// @param actual what came true, in the unit of the file
    void add(JudgedWindow window, String key, double unit, double scale, double[] actual, WindowForecast forecast) {
        double scaleInUnit = scale / unit;
        double[] came = dividedBy(unit, actual);
        double[] point = dividedBy(unit, forecast.point());
        double[] mean = dividedBy(unit, forecast.mean());
        points.add(key, scaleInUnit, came, point);
        means.add(key, scaleInUnit, came, mean);
        losses.add(window.origin(), scalesLosses ? scaleInUnit : 1, came, isOfSquares ? mean : point);
        forecast.quantiles().ifPresent(quantiles -> intervals.add(key, new SeriesScale(scaleInUnit, scaleInUnit), came,
                dividedBy(unit, quantiles)));
    }

    /// Adds what [OnlineIntervals] made of the quantiles of a window.
    ///
    /// @param unit what values are divided by
    /// @param actual what came true, in the unit of the file
    void addCorrected(String key, double unit, double[] actual, QuantileForecast quantiles) {
        corrected.add(key, NO_SCALE, dividedBy(unit, actual), dividedBy(unit, quantiles));
    }

    /// Absolute errors, of point forecasts.
    MetricsAccumulator points() {
        return points;
    }

    /// Squared errors, of means.
    PointMetrics ofMeans() {
        return means.overall();
    }

    IntervalAccumulator intervals() {
        return intervals;
    }

    /// None where nothing was corrected.
    IntervalAccumulator corrected() {
        return corrected;
    }

    OriginLosses losses() {
        return losses;
    }

    private static QuantileForecast dividedBy(double unit, QuantileForecast quantiles) {
        return unit == 1
                ? quantiles
                : new QuantileForecast(quantiles.levels(),
                        Arrays.stream(quantiles.values()).map(ofStep -> dividedBy(unit, ofStep))
                                .toArray(double[][]::new),
                        dividedBy(unit, quantiles.point()));
    }

    private static double[] dividedBy(double unit, double[] values) {
        if (unit == 1) {
            return values;
        }
        double[] divided = values.clone();
        for (int step = 0; step < divided.length; step++) {
            divided[step] /= unit;
        }
        return divided;
    }
}
