package org.lstm4j.forecast.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers the quantile forecasts of many windows, `[series, origin, step]`, into one [IntervalMetrics], and into
/// coverage by horizon step and by series.
///
/// Every observed value counts once in coverage, width, CRPS, WQL and ND, over all series and origins together. MSIS and
/// RMSSE are computed per series, each with its own scale, and then averaged over the series; a series without a usable
/// scale is left out of these two and listed by [#seriesWithoutScale]. A measure is NaN when a quantile or point that it
/// needs for an observed value is.
///
/// Intervals that hold overall may fail for late steps or single series, and mend each other in the mean: look at
/// [#byStep] and [#bySeries] too. Values of overlapping windows depend on each other, so coverage varies more from one
/// test part to the next than a binomial share of as many points.
///
/// Mutable, one caller at a time. Sums run in the order of the calls: the same windows in the same order give the same
/// bits.
public final class IntervalAccumulator {

    private final int horizon;
    private final IntervalSums all = new IntervalSums();
    private final IntervalSums[] bySteps;
    private final Map<String, SeriesSums> bySeries = new LinkedHashMap<>();

    private record SeriesSums(SeriesScale scale, IntervalSums sums) {

        boolean counts() {
            return scale.usable() && sums.points() > 0;
        }
    }

    /// @param horizon steps of every window, at least 1
    public IntervalAccumulator(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be at least 1 step, but was " + horizon);
        }
        this.horizon = horizon;
        this.bySteps = new IntervalSums[horizon];
        for (int step = 0; step < horizon; step++) {
            bySteps[step] = new IntervalSums();
        }
    }

    /// The levels that a forecast must have to be judged here, in a new array: 0.025, 0.1, 0.2 … 0.9, 0.975.
    public static double[] levels() {
        return StandardLevels.all();
    }

    /// Adds one window.
    ///
    /// @param series its series
    /// @param scale of the series, from its training part; the same at each call for the series
    /// @param actual what came true, NaN where missing, `[horizon]`
    /// @param forecast what was foretold, with all of [#levels], and others if it likes
    /// @throws IllegalArgumentException when a length is not the horizon, a level is missing, or the scale differs from that of an
    ///     earlier window of the series
    public void add(String series, SeriesScale scale, double[] actual, QuantileForecast forecast) {
        if (actual.length != horizon || forecast.horizon() != horizon) {
            throw new IllegalArgumentException("window of series '" + series + "' has " + actual.length
                    + " actual values and " + forecast.horizon() + " steps foretold, but the horizon is " + horizon);
        }
        StandardLevels levels = StandardLevels.of(forecast);
        IntervalSums ofSeries = sumsOf(series, scale);
        for (int step = 0; step < horizon; step++) {
            double[] quantiles = forecast.values()[step];
            double point = forecast.point()[step];
            all.add(actual[step], quantiles, levels, point);
            bySteps[step].add(actual[step], quantiles, levels, point);
            ofSeries.add(actual[step], quantiles, levels, point);
        }
    }

    /// The measures over all windows so far.
    public IntervalMetrics overall() {
        IntervalCoverage coverage = all.coverage();
        double msis = 0;
        double rmsse = 0;
        int count = 0;
        for (SeriesSums series : bySeries.values()) {
            if (series.counts()) {
                msis += series.sums().msis(series.scale());
                rmsse += series.sums().rmsse(series.scale());
                count++;
            }
        }
        return new IntervalMetrics(coverage.coverage80(), coverage.coverage95(), all.crps(), all.wql(),
                perSeries(msis, count), coverage.width80(), coverage.width95(), all.nd(), perSeries(rmsse, count));
    }

    /// Coverage and width of each horizon step over all windows so far; element 0 belongs to the first step after the
    /// forecast origin.
    public List<IntervalCoverage> byStep() {
        return Arrays.stream(bySteps).map(IntervalSums::coverage).toList();
    }

    /// Coverage and width of each series, in the order of their first window.
    public List<SeriesCoverage> bySeries() {
        return bySeries.entrySet().stream()
                .map(entry -> new SeriesCoverage(entry.getKey(), entry.getValue().sums().coverage()))
                .toList();
    }

    /// Actual values that counted.
    public long points() {
        return all.points();
    }

    /// How many series the windows so far belong to.
    public int series() {
        return bySeries.size();
    }

    /// The series whose training part gives no scale, in the order of their first window.
    public List<String> seriesWithoutScale() {
        return bySeries.entrySet().stream()
                .filter(entry -> !entry.getValue().scale().usable())
                .map(Map.Entry::getKey)
                .toList();
    }

    private IntervalSums sumsOf(String series, SeriesScale scale) {
        SeriesSums known = bySeries.computeIfAbsent(series, _ -> new SeriesSums(scale, new IntervalSums()));
        if (!known.scale().equals(scale)) {
            throw new IllegalArgumentException("series '" + series + "' has the scale " + known.scale()
                    + ", but a later window of it came with " + scale);
        }
        return known.sums();
    }

    private static double perSeries(double sum, int count) {
        return count == 0 ? Double.NaN : sum / count;
    }
}
