package org.lstm4j.forecast.metrics;

/// One error measure of one forecast, from two arrays of equal length.
///
/// y is the actual value, f the forecast, means run over the steps whose actual
/// value was observed:
///
/// | measure | formula | unit | undefined when |
/// |---|---|---|---|
/// | MSE | mean (y − f)² | the target's, squared | |
/// | MAE | mean abs(y − f) | the target's | |
/// | RMSE | √MSE | the target's | |
/// | MAPE | 100 · mean abs(y − f) / abs(y) | percent | an actual value is 0 |
/// | sMAPE | 200 · mean abs(y − f) / (abs(y) + abs(f)), with 0/0 = 0 | percent, 0 to 200 | |
/// | MASE | MAE / in-sample MAE of the seasonal naive forecast | none; 1 is as good as that forecast | that error is 0 |
/// | RMSSE | √(MSE / in-sample MSE of the seasonal naive forecast) | none; 1 is as good as that forecast | that error is 0 |
/// | ND | Σ abs(y − f) / Σ abs(y) | none | all actual values are 0 |
/// | R² | 1 − Σ(y − f)² / Σ(y − mean y)² | none; 1 is perfect | the actual values are all equal |
/// | OWA | (sMAPE / sMAPE of Naive2 + MASE / MASE of Naive2) / 2 | none; 1 is as good as Naive2 | an error of Naive2 is 0 |
///
/// A missing actual value (NaN) is left out. An undefined measure is NaN, and so
/// is every measure when nothing was observed or when a forecast that counts is
/// NaN. Sums run in index order, so equal arrays give equal bits.
///
/// sMAPE, MASE and OWA are those of the M4 competition (Makridakis, Spiliotis,
/// Assimakopoulos 2020); other tables print sMAPE halved or divided by 100.
/// RMSSE is that of the M5 competition (the same authors 2022) for a season of 1.
/// ND, the normalised deviation, is also called WAPE.
/// For many windows use [MetricsAccumulator].
public final class Metrics {

    private Metrics() {}

    public static double mse(double[] actual, double[] forecast) {
        return sums(actual, forecast).mse();
    }

    public static double mae(double[] actual, double[] forecast) {
        return sums(actual, forecast).mae();
    }

    public static double rmse(double[] actual, double[] forecast) {
        return Math.sqrt(mse(actual, forecast));
    }

    public static double mape(double[] actual, double[] forecast) {
        return sums(actual, forecast).mape();
    }

    public static double smape(double[] actual, double[] forecast) {
        return sums(actual, forecast).smape();
    }

    public static double r2(double[] actual, double[] forecast) {
        return sums(actual, forecast).r2();
    }

    public static double nd(double[] actual, double[] forecast) {
        return sums(actual, forecast).nd();
    }

    /// @param squaredScale the in-sample error of the series, from [#seasonalNaiveSquaredError]
    public static double rmsse(double[] actual, double[] forecast, double squaredScale) {
        return Math.sqrt(scaled(mse(actual, forecast), squaredScale));
    }

    /// The overall weighted average of a method over a set of series: of errors that are
    /// averaged over the series first, not a mean of OWAs.
    ///
    /// @param smape of the method, mean over series
    /// @param mase of the method, mean over series
    /// @param smapeOfNaive2 of the seasonally adjusted naive forecast on the same series
    /// @param maseOfNaive2 of the same
    public static double owa(double smape, double mase, double smapeOfNaive2, double maseOfNaive2) {
        return (scaled(smape, smapeOfNaive2) + scaled(mase, maseOfNaive2)) / 2;
    }

    /// @param scale the in-sample error of the series, from [#seasonalNaiveError]
    public static double mase(double[] actual, double[] forecast, double scale) {
        return scaled(mae(actual, forecast), scale);
    }

    /// The scale of MASE: the mean of abs(xₜ − xₜ₋ₘ) over the steps of the training
    /// part where both values were observed.
    ///
    /// @param training the values before the first forecast origin, NaN where missing
    /// @param season steps in a season m, 1 when there is none
    /// @return the scale, or NaN when no two observed values are a season apart
    /// @throws IllegalArgumentException when the season is shorter than one step
    public static double seasonalNaiveError(double[] training, int season) {
        return seasonalChanges(training, season).mae();
    }

    /// The scale of RMSSE: the mean of (xₜ − xₜ₋ₘ)², otherwise as [#seasonalNaiveError].
    /// M5 begins at the first value that is not 0: cut the zeros before it off.
    public static double seasonalNaiveSquaredError(double[] training, int season) {
        return seasonalChanges(training, season).mse();
    }

    private static ErrorSums seasonalChanges(double[] training, int season) {
        if (season < 1) {
            throw new IllegalArgumentException("season must be at least 1 step, but was " + season);
        }
        ErrorSums changes = new ErrorSums();
        for (int step = season; step < training.length; step++) {
            double before = training[step - season];
            if (!Double.isNaN(before)) {
                changes.add(training[step], before);
            }
        }
        return changes;
    }

    /// An error over its scale; NaN for a scale of 0, where the ratio says nothing.
    static double scaled(double error, double scale) {
        return scale > 0 ? error / scale : Double.NaN;
    }

    private static ErrorSums sums(double[] actual, double[] forecast) {
        ErrorSums sums = new ErrorSums();
        sums.addAll(actual, forecast);
        return sums;
    }
}
