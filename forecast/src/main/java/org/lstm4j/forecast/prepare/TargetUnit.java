package org.lstm4j.forecast.prepare;

/// The way between a target's own unit and what a model reads and says of it in one window.
///
/// @param scaler of the series
/// @param level of the window
/// @param season of the series, without which the model reads it and says
/// @param origin the number of the window's first target among all steps, as [org.lstm4j.forecast.Timeline#ordinal] counts
public record TargetUnit(FittedScaler scaler, WindowScaling.Level level, SeasonalIndices season, long origin) {

    /// What the model is to say of a value.
    ///
    /// @param step of the horizon, from 0
    public double scaled(double value, int step) {
        return level.scaled(scaler.scaled(value) - season.at(origin + step));
    }

    /// What the model says, in the target's unit.
    ///
    /// @param step of the horizon, from 0
    public double original(double said, int step) {
        return scaler.original(level.original(said) + season.at(origin + step));
    }

    /// What the model says of steps on average, in the unit in which that is a straight line of what it says: the target's own, or
    /// log(1 + target) where the scaler takes a logarithm.
    ///
    /// @param from the first step of the horizon, from 0
    /// @param to the step after the last
    public double straight(double said, int from, int to) {
        double seasonal = 0;
        for (int step = from; step < to; step++) {
            seasonal += season.at(origin + step) / (to - from);
        }
        return scaler.straight(level.original(said) + seasonal);
    }

    /// By how much [#straight] moves for each 1 that the model says more.
    public double slope() {
        return scaler.scale() * level.scale();
    }
}
