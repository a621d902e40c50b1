package org.lstm4j.forecast.prepare;

/// The way between a target's own unit and what a model reads and says of it in one window.
///
/// @param scaler of the series
/// @param level of the window
public record TargetUnit(FittedScaler scaler, WindowScaling.Level level) {

    /// What the model is to say of a value.
    public double scaled(double value) {
        return level.scaled(scaler.scaled(value));
    }

    /// What the model says, in the target's unit.
    public double original(double said) {
        return scaler.original(level.original(said));
    }

    /// What the model says, in the unit in which that is a straight line of what it says: the target's own, or log(1 + target) where
    /// the scaler takes a logarithm.
    public double straight(double said) {
        return scaler.straight(level.original(said));
    }

    /// By how much [#straight] moves for each 1 that the model says more.
    public double slope() {
        return scaler.scale() * level.scale();
    }
}
