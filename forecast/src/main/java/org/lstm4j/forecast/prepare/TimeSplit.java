package org.lstm4j.forecast.prepare;

/// The four parts of a series by time: train, validation (early stopping and choices), calibration (intervals only; empty when
/// none are asked for), test (judged once).
///
/// A window belongs to the part its targets lie in; what it looks back on may reach into the part before.
///
/// @param trainEnd the step after the training part, which begins at 0
/// @param validationEnd the step after the validation part
/// @param calibrationEnd the step after the calibration part
/// @param steps the step after the test part: all steps of the series
public record TimeSplit(int trainEnd, int validationEnd, int calibrationEnd, int steps) {

    public TimeSplit {
        if (trainEnd < 0 || validationEnd < trainEnd || calibrationEnd < validationEnd || steps < calibrationEnd) {
            throw new IllegalArgumentException("the parts of a series must follow each other: 0 ≤ " + trainEnd + " ≤ "
                    + validationEnd + " ≤ " + calibrationEnd + " ≤ " + steps);
        }
    }

    /// Splits by shares or numbers of steps, the latest steps being the test part. A part above 0 gets at least `horizon` steps, so
    /// that a short series still has a window in it.
    ///
    /// @param steps of the series
    /// @param horizon steps of a window's target
    public static TimeSplit of(int steps, int horizon, SplitShares shares) {
        int test = part(steps, shares.test(), horizon);
        int calibration = part(steps, shares.calibration(), horizon);
        int validation = part(steps, shares.validation(), horizon);
        int calibrationEnd = Math.max(0, steps - test);
        int validationEnd = Math.max(0, calibrationEnd - calibration);
        int trainEnd = Math.max(0, validationEnd - validation);
        return new TimeSplit(trainEnd, validationEnd, calibrationEnd, steps);
    }

    private static int part(int steps, double part, int horizon) {
        if (part == 0) {
            return 0;
        }
        int wanted = (int) (SplitShares.isSteps(part) ? part : Math.floor(steps * part));
        return Math.max(horizon, wanted);
    }
}
