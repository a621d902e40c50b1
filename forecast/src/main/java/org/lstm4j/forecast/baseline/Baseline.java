package org.lstm4j.forecast.baseline;

import java.util.List;
import java.util.Optional;

/// A forecast computed from the history alone, with nothing to train.
///
/// The history is the first `steps` values of an array, oldest first, NaN where
/// missing. Where nothing was observed the forecast is NaN. Implementations are
/// immutable, never change the array, and may be shared by threads.
public interface Baseline {

    /// The name in JSON: `naive`, `seasonal_naive`, `drift`, `naive2`, `theta`, `ets`, `nlinear`.
    String name();

    /// Forecasts the steps right after the history.
    ///
    /// @param values the history, and possibly later values, which are not looked at
    /// @param steps how many values are history, from 0 to the length of the array
    /// @param horizon steps to forecast, at least 1
    /// @return a new array, `[horizon]`
    /// @throws IllegalArgumentException when steps or horizon are out of range
    double[] forecast(double[] values, int steps, int horizon);

    /// Forecasts the steps after the whole array.
    default double[] forecast(double[] history, int horizon) {
        return forecast(history, history.length, horizon);
    }

    /// What a reader must know about forecasts from so many steps of history, such
    /// as that another method stood in; empty when there is nothing to say.
    default Optional<String> remark(int steps) {
        return Optional.empty();
    }

    /// The baselines every evaluation shows, in the order in which it shows them.
    ///
    /// @param season steps in a season, 1 when there is none
    static List<Baseline> standard(int season) {
        return List.of(new NaiveBaseline(), new SeasonalNaiveBaseline(season), new DriftBaseline());
    }
}
