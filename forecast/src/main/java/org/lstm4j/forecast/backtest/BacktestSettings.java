package org.lstm4j.forecast.backtest;

/// Which windows a [Backtest] judges, and when its model is trained.
///
/// Windows are counted from the end of the data: the last one ends with it, each begins `stride` steps before the next. A stride shorter
/// than the horizon makes windows overlap.
///
/// @param windows how many, at least 1
/// @param stride steps from an origin to the next, at least 1
public record BacktestSettings(int windows, int stride, Refit refit) {

    private static final int STANDARD_WINDOWS = 10;

    public BacktestSettings {
        requireAtLeastOne("windows", windows);
        requireAtLeastOne("stride", stride);
    }

    /// Ten windows that follow each other without overlap, and one training.
    ///
    /// @param horizon steps of a window
    public static BacktestSettings standard(int horizon) {
        return new BacktestSettings(STANDARD_WINDOWS, horizon, Refit.NEVER);
    }

    public BacktestSettings withWindows(int other) {
        return new BacktestSettings(other, stride, refit);
    }

    public BacktestSettings withStride(int other) {
        return new BacktestSettings(windows, other, refit);
    }

    public BacktestSettings withRefit(Refit other) {
        return new BacktestSettings(windows, stride, other);
    }

    /// How many trainings there are.
    public int trainings() {
        return refit == Refit.EACH ? windows : 1;
    }

    /// Steps from the origin of a window to the end of the data.
    ///
    /// @param window from 0, the oldest
    long distance(int window, int horizon) {
        return horizon + (long) (windows - 1 - window) * stride;
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("a backtest needs " + name + " of at least 1, but was given " + value);
        }
    }
}
