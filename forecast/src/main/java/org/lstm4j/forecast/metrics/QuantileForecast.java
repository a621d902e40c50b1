package org.lstm4j.forecast.metrics;

import java.util.Arrays;

/// A forecast that says how sure it is: quantiles of every horizon step, and the one number for those who want one.
///
/// The quantile of level 0.1 is the value that the actual one falls below with probability 0.1. Values stand in the
/// target's unit. A step of which nothing is foretold is NaN at all levels.
///
/// The arrays are copied when the forecast is made. What the components give out is not a copy: read it, never
/// change it.
///
/// @param levels rising, each in (0, 1), `[levels]`
/// @param values the quantiles, of each step never falling from level to level, `[horizon, levels]`
/// @param point the one number, as a rule the median or the mean, `[horizon]`
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers, never compared
public record QuantileForecast(double[] levels, double[][] values, double[] point) {

    /// Levels as near as this are one: 1 − 0.9 is not 0.1 in binary.
    private static final double SAME_LEVEL = 1e-9;

    public QuantileForecast {
        levels = levels.clone();
        point = point.clone();
        values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        requireRisingLevels(levels);
        if (point.length < 1 || values.length != point.length) {
            throw new IllegalArgumentException("quantiles of " + values.length + " steps beside a point forecast of "
                    + point.length + " steps; both need the same horizon, of at least 1 step");
        }
        for (int step = 0; step < values.length; step++) {
            requireQuantiles(step, values[step], levels);
        }
    }

    /// Steps foretold.
    public int horizon() {
        return point.length;
    }

    /// Where a level stands in [#levels], or -1 when it does not.
    public int indexOf(double level) {
        return indexOf(levels, level);
    }

    /// Where a level stands among some, or -1 when it does not.
    public static int indexOf(double[] levels, double level) {
        for (int index = 0; index < levels.length; index++) {
            if (Math.abs(levels[index] - level) < SAME_LEVEL) {
                return index;
            }
        }
        return -1;
    }

    /// The quantiles of one level, in a new array, `[horizon]`.
    ///
    /// @throws IllegalArgumentException when that level was not foretold
    public double[] quantile(double level) {
        int index = indexOf(level);
        if (index < 0) {
            throw new IllegalArgumentException("the forecast has no quantile of level " + level + ", only of "
                    + Arrays.toString(levels) + "; have that level forecast too, or ask for one of these");
        }
        return column(index);
    }

    /// The mean of the distribution that the quantiles stand for, in a new array: where squared errors count, the better number. Between two
    /// levels quantiles rise evenly, and beyond the outermost level stays its quantile, so that no tail is made up; with few levels the
    /// mean of a skewed distribution comes out too near to the median. `[horizon]`
    public double[] mean() {
        double[] mean = new double[values.length];
        int last = levels.length - 1;
        for (int step = 0; step < mean.length; step++) {
            double[] quantiles = values[step];
            double sum = levels[0] * quantiles[0] + (1 - levels[last]) * quantiles[last];
            for (int level = 1; level <= last; level++) {
                sum += (levels[level] - levels[level - 1]) * 0.5 * (quantiles[level - 1] + quantiles[level]);
            }
            mean[step] = sum;
        }
        return mean;
    }

    /// The central interval that holds the actual value with that probability: 0.8 lies between the quantiles of
    /// levels 0.1 and 0.9.
    ///
    /// @param probability in (0, 1)
    /// @throws IllegalArgumentException when one of the two levels was not foretold
    public PredictionInterval interval(double probability) {
        double tail = (1 - probability) / 2;
        int lower = indexOf(tail);
        int upper = indexOf(1 - tail);
        if (!(probability > 0 && probability < 1) || lower < 0 || upper < 0) {
            throw new IllegalArgumentException("an interval of probability " + probability + " needs the levels "
                    + rounded(tail) + " and " + rounded(1 - tail) + ", but the forecast has "
                    + Arrays.toString(levels) + "; have both levels forecast, or ask for another interval");
        }
        return new PredictionInterval(probability, column(lower), column(upper));
    }

    private double[] column(int index) {
        double[] column = new double[values.length];
        for (int step = 0; step < column.length; step++) {
            column[step] = values[step][index];
        }
        return column;
    }

    private static double rounded(double level) {
        return Math.rint(level * 1e9) / 1e9;
    }

    private static void requireRisingLevels(double[] levels) {
        double before = 0;
        for (double level : levels) {
            if (!(level > before && level < 1)) {
                throw new IllegalArgumentException("quantile levels must rise and lie between 0 and 1, but were "
                        + Arrays.toString(levels) + "; sort them and leave out what is there twice");
            }
            before = level;
        }
        if (levels.length == 0) {
            throw new IllegalArgumentException("a quantile forecast needs at least one level, but had none");
        }
    }

    private static void requireQuantiles(int step, double[] quantiles, double[] levels) {
        if (quantiles.length != levels.length) {
            throw new IllegalArgumentException("horizon step " + (step + 1) + " has " + quantiles.length
                    + " quantiles, but there are " + levels.length + " levels");
        }
        for (int index = 1; index < quantiles.length; index++) {
            double before = quantiles[index - 1];
            double here = quantiles[index];
            if (!(before <= here) && !(Double.isNaN(before) && Double.isNaN(here))) {
                throw new IllegalArgumentException("quantiles of horizon step " + (step + 1) + " fall from " + before
                        + " at level " + levels[index - 1] + " to " + here + " at level " + levels[index]
                        + "; sort the quantiles of each step");
            }
        }
    }
}
