package org.lstm4j.forecast.backtest;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.nn.Initialization;

/// Hourly series, and settings so small that a training takes a moment.
final class Hours {

    static final int HORIZON = 4;
    static final int LOOKBACK = 8;

    private static final long NEW_YEAR = 1_767_225_600_000L;

    private Hours() {}

    /// A day's wave, with a second wave of another period on top.
    static TimeSeries wave(String name, int hours, double level) {
        double[] load = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            load[hour] = level
                    * (10 + 2 * StrictMath.sin(hour * Math.PI / 12) + StrictMath.sin(hour * 0.37 + level));
        }
        return of(name, load);
    }

    static TimeSeries of(String name, double... load) {
        return TimeSeries.of(name, Timeline.of(NEW_YEAR, Frequency.parse("h"), ZoneOffset.UTC), List.of("load"),
                new double[][]{load});
    }

    /// The same up to a step, one value from there on.
    static TimeSeries changedFrom(int step, double value, TimeSeries series) {
        double[] values = series.column("load");
        Arrays.fill(values, step, values.length, value);
        return series.withColumn("load", values);
    }

    static ForecastSettings settings() {
        return ForecastSettings.horizon(HORIZON, "load")
                .withLookback(OptionalInt.of(LOOKBACK))
                .withNetwork(new NetworkSettings(5, 1, false, 0, 0, Initialization.KERAS))
                .withOptimization(OptimizationSettings.standard().withEpochs(2));
    }
}
