package org.lstm4j.forecast.stream;

/// A target's value beside what was foretold of it one step before, in the target's unit.
///
/// @param target the column
/// @param forecast made from the rows before it
/// @param actual NaN when it is missing
public record StepResidual(String target, double forecast, double actual) {

    /// actual − forecast, NaN when the value is missing.
    public double residual() {
        return actual - forecast;
    }
}
