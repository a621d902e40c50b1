package org.lstm4j.forecast.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers the errors of many windows, `[series, origin, step]`, into one
/// [PointMetrics] and into errors by horizon step.
///
/// Every observed step counts once in MSE, MAE, RMSE, MAPE, sMAPE and R², over
/// all series and origins together. MASE is computed per series, each with its
/// own scale, and then averaged over the series, so that a series with more
/// windows weighs no more than another. A series without a usable scale is left
/// out of MASE alone and listed by [#seriesWithoutScale].
///
/// sMAPE therefore weighs a series by its steps. M4 means the mean over series of
/// each one's sMAPE, which is [#smapeOverSeries]; where all series have as many
/// observed steps the two agree.
///
/// R² compares with the mean of all actual values. With series of different
/// levels that bar is low; read MASE there.
///
/// Mutable, one caller at a time. Sums run in the order of the calls: the same
/// windows in the same order give the same bits.
public final class MetricsAccumulator {

    private final int horizon;
    private final ErrorSums all = new ErrorSums();
    private final ErrorSums[] bySteps;
    private final Map<String, SeriesSums> bySeries = new LinkedHashMap<>();

    private record SeriesSums(double scale, ErrorSums sums) {

        double mase() {
            return Metrics.scaled(sums.mae(), scale);
        }

        SeriesErrors errors(String series) {
            return new SeriesErrors(series, sums.points(), sums.mae(), Math.sqrt(sums.mse()), mase(), sums.smape());
        }
    }

    /// @param horizon steps of every window, at least 1
    public MetricsAccumulator(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be at least 1 step, but was " + horizon);
        }
        this.horizon = horizon;
        this.bySteps = new ErrorSums[horizon];
        for (int step = 0; step < horizon; step++) {
            bySteps[step] = new ErrorSums();
        }
    }

    /// Adds one window.
    ///
    /// @param series its series
    /// @param scale the MASE scale of the series, from [Metrics#seasonalNaiveError] over its training part;
    ///        the same at each call for the series
    /// @param actual what came true, NaN where missing, `[horizon]`
    /// @param forecast what was foretold, `[horizon]`
    /// @throws IllegalArgumentException when a length is not the horizon, or the scale differs from that of an earlier window of the series
    public void add(String series, double scale, double[] actual, double[] forecast) {
        if (actual.length != horizon) {
            throw new IllegalArgumentException(
                    "window of series '" + series + "' has " + actual.length + " steps, but the horizon is " + horizon);
        }
        ErrorSums.requireEqualLength(actual, forecast);
        ErrorSums ofSeries = errorsOf(series, scale).sums();
        for (int step = 0; step < horizon; step++) {
            all.add(actual[step], forecast[step]);
            bySteps[step].add(actual[step], forecast[step]);
            ofSeries.add(actual[step], forecast[step]);
        }
    }

    /// The measures over all windows so far.
    public PointMetrics overall() {
        double mse = all.mse();
        return new PointMetrics(mse, all.mae(), Math.sqrt(mse), all.mape(), all.smape(), mase(), all.r2());
    }

    /// The errors of each horizon step over all windows so far; element 0 belongs
    /// to the first step after the forecast origin.
    public List<StepErrors> byStep() {
        return Arrays.stream(bySteps)
                .map(sums -> new StepErrors(sums.mae(), Math.sqrt(sums.mse())))
                .toList();
    }

    /// The errors of each series over its windows so far, in the order of their first window.
    public List<SeriesErrors> bySeries() {
        return bySeries.entrySet().stream()
                .map(entry -> entry.getValue().errors(entry.getKey()))
                .toList();
    }

    /// The mean over series of each one's sMAPE, as M4 defines it; a series of which nothing
    /// was observed is left out.
    public double smapeOverSeries() {
        double sum = 0;
        int count = 0;
        for (SeriesSums series : bySeries.values()) {
            if (series.sums().points() > 0) {
                sum += series.sums().smape();
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /// Actual values that counted.
    public long points() {
        return all.points();
    }

    /// How many series the windows so far belong to.
    public int series() {
        return bySeries.size();
    }

    /// The series whose training part gives no scale, in the order of their first
    /// window: constant from season to season, or too short.
    public List<String> seriesWithoutScale() {
        return bySeries.entrySet().stream()
                .filter(entry -> !(entry.getValue().scale() > 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    private SeriesSums errorsOf(String series, double scale) {
        SeriesSums errors = bySeries.computeIfAbsent(series, _ -> new SeriesSums(scale, new ErrorSums()));
        if (Double.compare(errors.scale(), scale) != 0) {
            throw new IllegalArgumentException("series '" + series + "' has the scale " + errors.scale()
                    + ", but a later window of it came with " + scale);
        }
        return errors;
    }

    private double mase() {
        double sum = 0;
        int count = 0;
        for (SeriesSums errors : bySeries.values()) {
            if (errors.scale() > 0 && errors.sums().points() > 0) {
                sum += errors.mase();
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
