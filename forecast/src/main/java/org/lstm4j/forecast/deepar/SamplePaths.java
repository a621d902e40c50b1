package org.lstm4j.forecast.deepar;

import java.util.Arrays;

/// Paths that a series may take, drawn from what the model foretells; in the target's unit.
///
/// @param values [paths][steps], at least one path; shared, not copied
@SuppressWarnings("ArrayRecordComponent") // a carrier of values, never compared
public record SamplePaths(double[][] values) {

    public SamplePaths {
        if (values.length == 0) {
            throw new IllegalArgumentException("there must be at least one path, but there is none");
        }
    }

    /// Steps of a path.
    public int horizon() {
        return values[0].length;
    }

    /// The mean of every step, [steps].
    public double[] mean() {
        double[] mean = new double[horizon()];
        for (double[] path : values) {
            for (int step = 0; step < mean.length; step++) {
                mean[step] += path[step];
            }
        }
        for (int step = 0; step < mean.length; step++) {
            mean[step] /= values.length;
        }
        return mean;
    }

    /// The quantiles of every step, [steps][levels]: where the levels ascend, so do they. Between two paths on a straight line, as
    /// numpy's default (Hyndman and Fan 1996, definition 7).
    ///
    /// @param levels each in [0, 1]
    public double[][] quantiles(double... levels) {
        double[][] quantiles = new double[horizon()][levels.length];
        double[] sorted = new double[values.length];
        for (int step = 0; step < quantiles.length; step++) {
            for (int path = 0; path < sorted.length; path++) {
                sorted[path] = values[path][step];
            }
            Arrays.sort(sorted);
            for (int index = 0; index < levels.length; index++) {
                quantiles[step][index] = quantile(sorted, levels[index]);
            }
        }
        return quantiles;
    }

    private static double quantile(double[] sorted, double level) {
        if (!(level >= 0 && level <= 1)) {
            throw new IllegalArgumentException("a level must be in [0, 1], but was " + level);
        }
        double place = level * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = place - below;
        boolean same = share == 0 || sorted[below] == sorted[above]; // of two infinite ones the distance is no number
        return same ? sorted[below] : sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
