package org.lstm4j.forecast.backtest;

import java.util.OptionalInt;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.HourlyLoad;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.nn.Initialization;

/// Hourly series, and settings so small that a training takes a moment.
final class Hours {

    static final int HORIZON = 4;
    static final int LOOKBACK = 8;

    private Hours() {}

    /// A day's wave, with a second wave of another period on top.
    static TimeSeries wave(String name, int hours, double level) {
        double[] load = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            load[hour] = level
                    * (10 + 2 * StrictMath.sin(hour * Math.PI / 12) + StrictMath.sin(hour * 0.37 + level));
        }
        return HourlyLoad.of(name, load);
    }

    static ForecastSettings settings() {
        return ForecastSettings.horizon(HORIZON, "load")
                .withLookback(OptionalInt.of(LOOKBACK))
                .withNetwork(new NetworkSettings(5, 1, false, 0, 0, Initialization.KERAS))
                .withOptimization(OptimizationSettings.standard().withEpochs(2));
    }
}
