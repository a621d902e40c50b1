package org.lstm4j.forecast.update;

import java.util.Locale;

/// What became of the calibration of a forecaster's intervals.
public enum CalibrationAfter {
    /// It has none.
    NONE,
    /// As before: the old forecaster stays, or too few windows were held out to learn another from.
    KEPT,
    /// Learnt anew on the windows held out, which the new weights have not seen.
    RENEWED;

    /// `none`, `kept` or `renewed`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
