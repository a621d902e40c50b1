package org.lstm4j.forecast.anomaly;

import java.time.Instant;

/// A span of time around a known anomaly, in which a detection is right.
///
/// @param start UTC milliseconds since 1970-01-01T00:00Z, inclusive
/// @param end inclusive, not before `start`
public record NabWindow(long start, long end) {

    public NabWindow {
        if (end < start) {
            throw new IllegalArgumentException("a window ends at " + Instant.ofEpochMilli(end)
                    + ", before it starts at " + Instant.ofEpochMilli(start));
        }
    }
}
