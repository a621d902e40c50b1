package org.lstm4j.forecast.backtest;

import org.lstm4j.forecast.FittedForecaster;
import org.lstm4j.train.Callback;

/// Hears how a [Backtest] goes. Called by the thread that runs it.
public interface BacktestListener {

    /// Hears nothing.
    BacktestListener SILENT = new BacktestListener() {
    };

    /// A training begins.
    ///
    /// @param number from 1
    /// @param origin the time of the first step that the model knows nothing of, in the first series
    /// @return what hears of that training
    default Callback trainingBegins(int number, String origin) {
        return new Callback() {
        };
    }

    /// That training has ended.
    default void trainingEnded(FittedForecaster fitted) {}

    /// A window was judged.
    default void judged(BacktestWindow window) {}
}
