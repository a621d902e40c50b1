package org.lstm4j.tune.forecaster;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.RollingPlan;
import org.lstm4j.forecast.RollingValidation;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// A small series and small settings: of 300 hours the first 210 are training part, the next 30 make three blocks.
final class Demand {

    private static final long NEW_YEAR = 1_767_225_600_000L;

    private Demand() {}

    /// @param level what it swings around, by 20
    static TimeSeries hours(int hours, double level) {
        double[] load = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            load[hour] = level + 20 * StrictMath.sin(hour * 2 * Math.PI / 24) + 7 * StrictMath.sin(hour * 0.17);
        }
        return TimeSeries.ofColumn(Timeline.of(NEW_YEAR, Frequency.parse("h"), ZoneOffset.UTC), "load", load);
    }

    /// Four hours ahead by 5 units, from 8 hours back, in two epochs.
    static ForecastSettings settings() {
        return ForecastSettings.horizon(4, "load")
                .withLookback(OptionalInt.of(8))
                .withNetwork(NetworkSettings.standard().withHidden(5))
                .withOptimization(OptimizationSettings.standard().withEpochs(2));
    }

    static RollingValidation validation(double level) {
        return RollingValidation.of(List.of(hours(300, level)), settings(), RollingPlan.standard());
    }
}
