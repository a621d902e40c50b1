package org.lstm4j.cli.accuracy;

/// Which windows of a test part are judged.
public enum WindowRule {
    /// One that begins at every step, wholly in the test part; left out are those with a missing value, be it in the steps to
    /// foretell or in the 168 before them.
    EVERY_STEP,
    /// One after the other without overlap, the last one ending the series; missing values are left out.
    NO_OVERLAP,
    /// The last one of each series; missing values are left out.
    LAST;

    /// Steps before a window in which nothing may be missing, where incomplete windows are left out: a week of hours.
    private static final int COMPLETE_BEFORE = 168;

    /// Whether a window is judged.
    ///
    /// @param values of one target
    boolean takes(double[] values, int origin, int horizon) {
        if (this == EVERY_STEP) {
            int from = Math.max(0, origin - COMPLETE_BEFORE);
            return observed(values, from, origin + horizon) == origin + horizon - from;
        }
        return observed(values, origin, origin + horizon) > 0;
    }

    private static int observed(double[] values, int from, int to) {
        int count = 0;
        for (int step = from; step < to; step++) {
            count += Double.isNaN(values[step]) ? 0 : 1;
        }
        return count;
    }

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
