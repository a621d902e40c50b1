package org.lstm4j.explain;

/// The steps of a sequence in spans of equal length, counted from the last step backwards, so that what happened last is in a whole
/// span; the first span may be shorter.
///
/// ```
/// 7 steps in spans of 3:    0 | 1 2 3 | 4 5 6
/// ```
///
/// @param steps of the sequence, at least 1
/// @param length of a span in steps, at least 1
public record LagSpans(int steps, int length) {

    public LagSpans {
        if (steps < 1 || length < 1) {
            throw new IllegalArgumentException(
                    "a span needs at least 1 step of at least 1, but was of " + length + " of " + steps);
        }
    }

    /// How many there are.
    public int count() {
        return Math.ceilDiv(steps, length);
    }

    /// The first step of a span.
    public int first(int span) {
        return Math.max(0, steps - (count() - span) * length);
    }

    /// The step after the last one of a span.
    public int end(int span) {
        return steps - (count() - 1 - span) * length;
    }
}
