package org.lstm4j.forecast.anomaly;

import java.time.Instant;
import java.util.List;

/// What a detector said of a file of the benchmark, beside what is known of it.
///
/// The arrays are copied when the file is made. What the components give out is not a copy: read it, never change it.
///
/// @param name for tables
/// @param times of each row, UTC milliseconds since 1970-01-01T00:00Z, never falling; `[rows]`
/// @param scores from 0 to 1, NaN where the detector says nothing, which is never a detection; `[rows]`
/// @param windows of the known anomalies, in order, without overlap, each with a row at least
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record NabFile(String name, long[] times, double[] scores, List<NabWindow> windows) {

    private static final double PROBATION_SHARE = 0.15;
    private static final int MOST_PROBATION = 750;

    public NabFile {
        times = times.clone();
        scores = scores.clone();
        windows = List.copyOf(windows);
        requireRows(name, times, scores);
        requireWindows(name, times, windows);
    }

    /// Rows at the beginning that are not scored, in which a detector may learn: 15 % of them rounded down, at most 750.
    public static int probation(int rows) {
        return (int) Math.min(PROBATION_SHARE * rows, MOST_PROBATION);
    }

    /// Rows at the beginning that are not scored.
    public int probation() {
        return probation(times.length);
    }

    public int rows() {
        return times.length;
    }

    /// The same rows as another detector scores them.
    public NabFile withScores(double[] other) {
        return new NabFile(name, times, other, windows);
    }

    /// The first row at a time or after it.
    static int firstRow(long[] times, long from) {
        int row = 0;
        while (row < times.length && times[row] < from) {
            row++;
        }
        return row;
    }

    /// The last row at a time or before it, -1 when there is none.
    static int lastRow(long[] times, long to) {
        int row = times.length - 1;
        while (row >= 0 && times[row] > to) {
            row--;
        }
        return row;
    }

    private static void requireRows(String name, long[] times, double[] scores) {
        if (times.length == 0 || times.length != scores.length) {
            throw new IllegalArgumentException("file '" + name + "' has " + times.length + " times and "
                    + scores.length + " scores; give a score for each row, and at least one row");
        }
        for (int row = 0; row < times.length; row++) {
            if (row > 0 && times[row] < times[row - 1]) {
                throw new IllegalArgumentException("row " + row + " of file '" + name + "' is at "
                        + Instant.ofEpochMilli(times[row]) + ", before the row above it; sort the rows by time");
            }
            if (!(scores[row] >= 0 && scores[row] <= 1) && !Double.isNaN(scores[row])) {
                throw new IllegalArgumentException("row " + row + " of file '" + name + "' has the score "
                        + scores[row] + "; scores lie from 0 to 1, NaN for none");
            }
        }
    }

    private static void requireWindows(String name, long[] times, List<NabWindow> windows) {
        long before = Long.MIN_VALUE;
        for (NabWindow window : windows) {
            if (window.start() <= before) {
                throw new IllegalArgumentException("the window of file '" + name + "' from "
                        + Instant.ofEpochMilli(window.start()) + " begins before the one above it has ended");
            }
            if (firstRow(times, window.start()) > lastRow(times, window.end())) {
                throw new IllegalArgumentException("file '" + name + "' has no row in the window from "
                        + Instant.ofEpochMilli(window.start()) + " to " + Instant.ofEpochMilli(window.end())
                        + "; check that times and labels are of the same file and zone");
            }
            before = window.end();
        }
    }
}
