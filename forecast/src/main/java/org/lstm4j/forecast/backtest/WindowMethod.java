package org.lstm4j.forecast.backtest;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.FittedForecaster;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.ForecastTrainer;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;

/// A model of windows, as a [ForecastTrainer] trains it.
///
/// @param settings of the model
public record WindowMethod(ForecastSettings settings) implements BacktestMethod {

    @Override
    public int horizon() {
        return settings.horizon();
    }

    @Override
    public ColumnRoles columns() {
        return settings.columns();
    }

    @Override
    public SplitShares split() {
        return settings.split();
    }

    @Override
    public OptionalInt lookback() {
        return settings.lookback();
    }

    @Override
    public int leastHistory(int ahead) {
        return settings.lookback().orElse(1);
    }

    /// Missing targets are steps too.
    @Override
    public int begin(TimeSeries series) {
        return 0;
    }

    @Override
    public long seed() {
        return settings.optimization().seed();
    }

    @Override
    public boolean hasRoom(List<TimeSeries> known, Compute compute) {
        return new ForecastTrainer(settings, compute).hasRoom(known);
    }

    @Override
    public FittedForecaster fit(List<TimeSeries> known, Callback callback, Consumer<History.Epoch> afterEpoch,
            Compute compute) {
        return new ForecastTrainer(settings, compute).fit(known, callback);
    }
}
