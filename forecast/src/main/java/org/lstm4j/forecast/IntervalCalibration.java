package org.lstm4j.forecast;

import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.conformal.ConformalSettings;
import org.lstm4j.forecast.conformal.QuantileMoves;
import org.lstm4j.forecast.prepare.WindowSamples;

/// Calibrates the intervals of a forecaster while it is fitted: on validation windows before they train too, or on the calibration part at
/// the end.
///
/// Validation windows say it of the networks that have not been trained on them, and what they say is carried over to the networks that
/// have: those know more and err less, if anything, but have no windows left to say by how much. A forecaster of points gets no intervals
/// from windows that chose its epoch.
///
/// @param source of the settings
record IntervalCalibration(CalibrationSource source, WindowParts parts, Compute compute) {

    /// @param fitted with the networks fitted to the training part alone
    Forecaster beforeRefit(Forecaster fitted) {
        boolean isDone = source == CalibrationSource.VALIDATION && parts.validation().count() > 0
                && fitted.reader().saysIntervals();
        return isDone ? on(parts.validation(), fitted, ofValidation()) : fitted;
    }

    /// @param fitted with the networks that are kept
    Forecaster atTheEnd(Forecaster fitted) {
        boolean isDone = source == CalibrationSource.PART && parts.calibration().count() > 0;
        return isDone ? on(parts.calibration(), fitted, new ConformalSettings()) : fitted;
    }

    /// What is to be said of a forecaster that validation windows have calibrated.
    Choice choice() {
        return new Choice("calibration", source.label(), "there is no calibration part, so validation windows ("
                + parts.validation().windowCount()
                + ") said how wide intervals must be; they chose the epoch too, which may leave them a"
                + " little too narrow");
    }

    /// That values of windows lie inside of intervals whose epoch they chose is no reason to make these narrower.
    private static ConformalSettings ofValidation() {
        return new ConformalSettings().withMoves(QuantileMoves.OUTWARDS);
    }

    private Forecaster on(WindowSamples windows, Forecaster fitted, ConformalSettings how) {
        return fitted.withCalibration(new CalibrationFit(fitted, compute).fit(windows, how), source);
    }
}
