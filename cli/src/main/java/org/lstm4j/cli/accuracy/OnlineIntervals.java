package org.lstm4j.cli.accuracy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.forecast.conformal.OnlineCalibration;
import org.lstm4j.forecast.metrics.QuantileForecast;

/// Corrects the quantiles of a method, window after window, as it could have been done then: each by the values before its origin, those of
/// the test part too. Mutable, one caller at a time.
final class OnlineIntervals {

    private final Task task;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /// A target of a series.
    private static final class Column {

        private final double[] values;
        private final OnlineCalibration calibration;
        private int known;

        Column(double[] values, int from, OnlineCalibration calibration) {
            this.values = values;
            this.calibration = calibration;
            known = from;
        }

        OnlineCalibration before(int origin) {
            for (; known < origin; known++) {
                calibration.observe(known, values[known]);
            }
            return calibration;
        }
    }

    OnlineIntervals(Task task) {
        this.task = task;
    }

    /// Whether windows of a series follow each other, so that there is something to learn from.
    static boolean suit(Protocol protocol) {
        return protocol.windows() != WindowRule.LAST;
    }

    /// @param window after all windows of its series and target so far
    /// @param quantiles the method's, in the unit of the file
    QuantileForecast corrected(JudgedWindow window, QuantileForecast quantiles) {
        Column column = columns.computeIfAbsent(task.name(window.series(), window.target()), _ -> new Column(
                task.values(window.series(), window.target()), window.origin(),
                new OnlineCalibration(quantiles.levels(), task.protocol().horizon())));
        OnlineCalibration calibration = column.before(window.origin());
        calibration.follow(window.origin(), quantiles.values());
        return new QuantileForecast(quantiles.levels(), calibration.corrected(window.origin(), quantiles.values()),
                quantiles.point());
    }
}
