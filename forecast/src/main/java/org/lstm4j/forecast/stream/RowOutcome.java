package org.lstm4j.forecast.stream;

/// What became of a row.
public enum RowOutcome {
    /// It began the history of its key.
    FIRST,
    /// It came a step after the latest row.
    NEXT,
    /// Steps before it are missing.
    AFTER_GAP,
    /// It is not later than the latest row, and [OldRows#IGNORE] holds.
    IGNORED
}
