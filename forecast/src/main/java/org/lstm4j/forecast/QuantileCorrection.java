package org.lstm4j.forecast;

import org.lstm4j.forecast.prepare.TargetUnit;

/// Moves the quantiles of a forecast, after the calibration that is stored with the forecaster and before they are brought to the target's
/// unit.
@FunctionalInterface
public interface QuantileCorrection {

    /// Moves nothing.
    QuantileCorrection NONE = (_, quantiles, _) -> quantiles;

    /// @param target its number
    /// @param quantiles of the whole trained horizon in the unit of the window, `[horizon][levels]`; may be changed
    /// @param unit of the window
    /// @return as many, rising at every step
    double[][] corrected(int target, double[][] quantiles, TargetUnit unit);
}
