package org.lstm4j.forecast.backtest;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.global.FittedGlobal;
import org.lstm4j.forecast.global.GlobalFit;
import org.lstm4j.forecast.global.GlobalSettings;
import org.lstm4j.forecast.global.GlobalTrainer;
import org.lstm4j.forecast.prepare.SplitShares;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;

/// An ES-RNN or a DeepAR, as a [GlobalTrainer] trains it.
///
/// @param settings of the model, whatever its kind
/// @param kind of model
public record GlobalMethod(GlobalSettings settings, GlobalFit kind) implements BacktestMethod {

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
        return kind.wishes().lookback();
    }

    @Override
    public int leastHistory(int ahead) {
        return kind.leastHistory(
                new GlobalSettings(ahead, settings.columns(), settings.season(), settings.split()));
    }

    /// That of the first value, of several targets the latest; a target without any is passed over.
    @Override
    public int begin(TimeSeries series) {
        int begin = 0;
        for (String target : settings.columns().targets()) {
            int first = series.firstObserved(target);
            begin = first < series.steps() ? Math.max(begin, first) : begin;
        }
        return begin;
    }

    @Override
    public long seed() {
        return kind.wishes().seed();
    }

    @Override
    public boolean hasRoom(List<TimeSeries> known, Compute compute) {
        return trainer(compute).hasRoom(known);
    }

    @Override
    public FittedGlobal fit(List<TimeSeries> known, Callback callback, Consumer<History.Epoch> afterEpoch,
            Compute compute) {
        return trainer(compute).fit(known, afterEpoch);
    }

    private GlobalTrainer trainer(Compute compute) {
        return new GlobalTrainer(settings, kind, compute);
    }
}
