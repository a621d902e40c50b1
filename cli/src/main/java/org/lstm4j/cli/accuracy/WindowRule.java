package org.lstm4j.cli.accuracy;

/// Which windows of a test part are judged.
public enum WindowRule {
    /// One that begins at every step, wholly in the test part; one with a missing value is left out.
    EVERY_STEP,
    /// One after the other without overlap, the last one ending the series; missing values are left out.
    NO_OVERLAP,
    /// The last one of each series; missing values are left out.
    LAST;

    /// Steps from a window to the next.
    int stride(int horizon) {
        return this == EVERY_STEP ? 1 : horizon;
    }

    /// The first origin of a test part.
    int firstOrigin(int testStart, int steps, int horizon) {
        int last = steps - horizon;
        return this == LAST ? last : last - (last - testStart) / stride(horizon) * stride(horizon);
    }
}
