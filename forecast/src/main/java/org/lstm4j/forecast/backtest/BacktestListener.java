package org.lstm4j.forecast.backtest;

import org.lstm4j.forecast.FittedModel;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;

/// Hears how a [Backtest] goes. Called by the thread that runs it.
public interface BacktestListener {

    /// Hears nothing.
    BacktestListener SILENT = new BacktestListener() {
    };

    /// A training begins.
    ///
    /// @param number from 1
    /// @param origin the time of the first step that the model knows nothing of, in the first series
    /// @return what hears of that training, where it is one from windows
    default Callback trainingBegins(int number, String origin) {
        return new Callback() {
        };
    }

    /// An epoch of the training of a global model has ended, which tells of nothing else.
    default void epochEnded(History.Epoch epoch) {}

    /// That training has ended.
    default void trainingEnded(FittedModel fitted) {}

    /// A window was judged.
    default void judged(BacktestWindow window) {}
}
