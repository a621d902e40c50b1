package org.lstm4j.forecast.metrics;

/// What the errors of one series are divided by, so that series of different levels can be averaged.
///
/// Neither is usable, and the series is left out of what needs it, when it is 0 or NaN: the training part repeats
/// itself from season to season, or is no longer than a season.
///
/// @param absolute for MASE and MSIS: [Metrics#seasonalNaiveError] of the training part
/// @param squared for RMSSE: [Metrics#seasonalNaiveSquaredError] of the training part
public record SeriesScale(double absolute, double squared) {

    /// Both scales with the same season. (M5 has a season of 1 for RMSSE whatever the data.)
    ///
    /// @param training the values before the first forecast origin, NaN where missing
    /// @param season steps in a season, 1 when there is none
    public static SeriesScale of(double[] training, int season) {
        return new SeriesScale(Metrics.seasonalNaiveError(training, season),
                Metrics.seasonalNaiveSquaredError(training, season));
    }

    boolean usable() {
        return absolute > 0 && squared > 0;
    }
}
