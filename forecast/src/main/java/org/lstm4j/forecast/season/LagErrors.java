package org.lstm4j.forecast.season;

/// How far a series moves in so many steps, apart from its drift: what a forecast errs that repeats the value of that time ago
/// and knows the drift.
///
/// @param values without missing values
/// @param first the first step that is judged, so that lags up to `first` are judged on the same steps
@SuppressWarnings("ArrayRecordComponent") // borrows the values, never compared
record LagErrors(double[] values, int first) {

    /// Lags whose mean stands for that of all.
    private static final int MOST_LAGS = 24;

    /// mean abs(d − mean d) of the differences d(t) = x(t) − x(t − lag).
    ///
    /// @param lag from 1 to `first`
    double at(int lag) {
        int count = values.length - first;
        double drift = 0;
        for (int step = first; step < values.length; step++) {
            drift += (values[step] - values[step - lag]) / count;
        }
        double error = 0;
        for (int step = first; step < values.length; step++) {
            error += Math.abs(values[step] - values[step - lag] - drift) / count;
        }
        return error;
    }

    /// What repeating the last value errs over the steps of one season: the mean over the lags 1 to `season`, or over 24 of
    /// them spread evenly.
    double ofLastValue(int season) {
        int lags = Math.min(season, MOST_LAGS);
        double sum = 0;
        for (int number = 1; number <= lags; number++) {
            sum += at((int) ((long) number * season / lags));
        }
        return sum / lags;
    }
}
