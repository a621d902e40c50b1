package org.lstm4j.forecast.prepare;

/// How missing values are filled, and what a fill knows.
///
/// A fill that looks ahead uses values from after the gap. Fitted or judged
/// models then see a little of the future in their past: harmless for drawing,
/// flattering in an evaluation whose gaps are many. `NONE` and `FORWARD` and
/// `SEASONAL` never do so.
public enum FillMethod {

    /// Missing values stay missing.
    NONE,

    /// A straight line between the values on both sides of the gap. Looks ahead.
    /// Before the first and after the last value nothing is filled.
    LINEAR,

    /// The last value before the gap. Looks back only; before the first value
    /// nothing is filled.
    FORWARD,

    /// The value one season before, itself filled where it was missing. Looks back
    /// only; the first season is not filled.
    SEASONAL,

    /// The mean of all values of the column. Looks ahead.
    MEAN;

    /// Whether a filled value depends on values from after the gap.
    public boolean looksAhead() {
        return this == LINEAR || this == MEAN;
    }
}
