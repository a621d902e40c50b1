package org.lstm4j.forecast.baseline;

import java.util.Optional;

/// What the baselines ask of a history with missing values.
final class History {

    private static final int SEASONS_OF_A_TEST = 3;

    private History() {}

    static void check(double[] values, int steps, int horizon) {
        if (steps < 0 || steps > values.length) {
            throw new IllegalArgumentException(
                    "history of " + steps + " steps, but there are " + values.length + " values");
        }
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be at least 1 step, but was " + horizon);
        }
    }

    /// The index of the last observed value, or -1 when there is none.
    static int lastObserved(double[] values, int steps) {
        return lastObserved(values, steps - 1, 1);
    }

    /// The first of start, start − stride, start − 2·stride … that was observed, or
    /// -1 when none was.
    static int lastObserved(double[] values, int start, int stride) {
        for (int index = start; index >= 0; index -= stride) {
            if (!Double.isNaN(values[index])) {
                return index;
            }
        }
        return -1;
    }

    /// The index of the first observed value; only for a history that has one.
    static int firstObserved(double[] values) {
        int index = 0;
        while (Double.isNaN(values[index])) {
            index++;
        }
        return index;
    }

    static void checkSeason(int season) {
        if (season < 1) {
            throw new IllegalArgumentException("season must be at least 1 step, but was " + season);
        }
    }

    /// What is to be said of a baseline that tests for a season before it uses it.
    static Optional<String> remarkOnSeason(String name, int steps, int season) {
        if (season == 1) {
            return Optional.of("no season is known, so " + name + " works without one");
        }
        if (steps < (long) SEASONS_OF_A_TEST * season) {
            return Optional.of("a history of " + steps + " steps is shorter than three seasons of " + season + ", so "
                    + name + " works without a season there");
        }
        return Optional.empty();
    }
}
