package org.lstm4j.forecast.backtest;

/// When the model of a [Backtest] is trained.
public enum Refit {
    /// Once, on what lies before the first origin.
    NEVER,
    /// Anew before every origin, on all that lies before it.
    EACH
}
