package org.lstm4j.forecast.stream;

import java.time.Instant;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.Timeline;

/// Which step of a time line an instant is: the way back from [Timeline#instantMillis], whatever the frequency.
final class StepFinder {

    private static final long MOST_STEPS = 1L << 30;

    private StepFinder() {}

    /// Looks forward from a step in strides that double, then halves the span: a few looks for a row that comes next.
    ///
    /// @param from a step not after the instant
    /// @param time UTC milliseconds since 1970-01-01T00:00Z; without time, a step's number
    /// @throws DataException when the instant lies between two steps, or more than 2³⁰ of them ahead
    static int find(String key, Timeline timeline, int from, long time) {
        long before = from;
        long at = from;
        for (long stride = 1; timeline.instantMillis(at) < time; stride *= 2) {
            requireReach(key, timeline, from, at, time);
            before = at;
            at += stride;
        }
        while (at - before > 1) {
            long middle = before + (at - before) / 2;
            if (timeline.instantMillis(middle) < time) {
                before = middle;
            } else {
                at = middle;
            }
        }
        requireOnStep(key, timeline, before, at, time);
        return Math.toIntExact(at);
    }

    private static void requireReach(String key, Timeline timeline, long from, long at, long time) {
        if (at > MOST_STEPS) {
            throw new DataException(new Problem("a row of key '" + key + "' lies too far ahead of the row before it",
                    "a time soon after " + timeline.format(from), Long.toString(time),
                    "give times in UTC milliseconds, or begin another key"));
        }
    }

    private static void requireOnStep(String key, Timeline timeline, long before, long at, long time) {
        if (timeline.instantMillis(at) != time) {
            throw new DataException(new Problem(
                    "a row of key '" + key + "' lies between two steps of " + timeline.frequency().words(),
                    timeline.format(before) + " or " + timeline.format(at),
                    timeline.hasTime() ? Instant.ofEpochMilli(time).toString() : Long.toString(time),
                    "bring rows of the frequency the model was trained on, all in step with the key's first row"));
        }
    }
}
