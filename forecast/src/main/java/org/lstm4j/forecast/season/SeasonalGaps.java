package org.lstm4j.forecast.season;

import java.util.Arrays;

/// Fills missing values for methods that need a value at every step.
///
/// A missing value is drawn on the line between the nearest observed values of the same place in the season, before and after
/// it; where only one side has any, it is that value. A place never observed gets the line between its neighbours in time.
/// Missing values before the first observed one are cut off. With a season of 1 this is linear interpolation, holding the last
/// value at the end.
///
/// Filling looks ahead within the array. Give it the history of a forecast and nothing after it.
public final class SeasonalGaps {

    private SeasonalGaps() {}

    /// The index of the first observed value, or `steps` when there is none.
    public static int firstObserved(double[] values, int steps) {
        int first = 0;
        while (first < steps && Double.isNaN(values[first])) {
            first++;
        }
        return first;
    }

    /// The history without gaps.
    ///
    /// @param values the history, and possibly later values, which are not looked at
    /// @param steps how many values are history
    /// @param season steps in a season, at least 1
    /// @return a new array that begins at the first observed value and ends with step `steps − 1`; empty when nothing was observed
    public static double[] filled(double[] values, int steps, int season) {
        double[] history = Arrays.copyOfRange(values, firstObserved(values, steps), steps);
        double[] filled = fill(history, season);
        return season == 1 ? filled : fill(filled, 1);
    }

    private static double[] fill(double[] history, int stride) {
        double[] filled = history.clone();
        for (int step = 0; step < history.length; step++) {
            if (Double.isNaN(history[step])) {
                filled[step] = between(history, step, stride);
            }
        }
        return filled;
    }

    private static double between(double[] history, int step, int stride) {
        int before = step - stride;
        while (before >= 0 && Double.isNaN(history[before])) {
            before -= stride;
        }
        int after = step + stride;
        while (after < history.length && Double.isNaN(history[after])) {
            after += stride;
        }
        if (after >= history.length) {
            return before < 0 ? Double.NaN : history[before];
        }
        if (before < 0) {
            return history[after];
        }
        return history[before] + (history[after] - history[before]) * (step - before) / (after - before);
    }
}
