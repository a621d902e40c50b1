package org.lstm4j.forecast.update;

import java.util.List;
import java.util.OptionalInt;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.HourlyLoad;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.nn.Initialization;

/// An hourly load whose daily wave is another one from a certain hour on, and a small forecaster that knows only the first.
final class Loads {

    static final int HORIZON = 4;
    static final int LOOKBACK = 8;
    /// What the forecaster knows, in steps.
    static final int KNOWN = 300;

    private Loads() {}

    static TimeSeries hours(int hours) {
        return named("", hours, 1);
    }

    static TimeSeries named(String name, int hours, double factor) {
        double[] load = new double[hours];
        for (int hour = 0; hour < hours; hour++) {
            double phase = hour < KNOWN ? 0 : 2;
            load[hour] = factor * (50 + 10 * StrictMath.sin((hour + phase) * Math.PI / 12)
                    + 2 * StrictMath.sin(hour * 0.37));
        }
        return HourlyLoad.of(name, load);
    }

    static ForecastSettings settings() {
        return ForecastSettings.horizon(HORIZON, "load")
                .withLookback(OptionalInt.of(LOOKBACK))
                .withNetwork(new NetworkSettings(6, 1, false, 0, 0, Initialization.KERAS))
                .withOptimization(OptimizationSettings.standard().withEpochs(12));
    }

    static Forecaster forecaster() {
        return forecaster(settings());
    }

    static Forecaster forecaster(ForecastSettings settings) {
        return new ForecastTrainer(settings, Compute.shared()).fit(List.of(hours(KNOWN))).forecaster();
    }

    /// With intervals from a calibration part.
    static Forecaster calibrated() {
        return forecaster(settings().withSplit(new SplitShares(0.1, 0.2, 0, false)));
    }
}
