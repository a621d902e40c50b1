package org.lstm4j.forecast.significance;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Gathers, for each forecast origin, by how much one forecast errs more than another: the mean of loss(first) −
/// loss(second) over all observed values of the windows that begin there, of all series.
///
/// Series foretold at the same moment err together, so they make one differential, not one each; and origins nearer
/// than a horizon overlap, which [DieboldMariano] is told by [#lags].
///
/// Series whose origins lie at different times, with a window each, are for [SignedRankTest].
///
/// Mutable, one caller at a time. Sums run in the order of the calls.
public final class LossDifferentials {

    private static final long MOST_ORIGINS = 10_000_000;

    private final ForecastLoss loss;
    private final int horizon;
    private final int stride;
    private final TreeMap<Long, OriginSum> byOrigin = new TreeMap<>();

    private static final class OriginSum {

        double sum;
        long count;

        /// NaN when nothing was observed.
        double mean() {
            return sum / count;
        }
    }

    /// @param loss what an error costs
    /// @param horizon steps of every window, at least 1
    /// @param stride steps from an origin to the next, at least 1
    public LossDifferentials(ForecastLoss loss, int horizon, int stride) {
        if (horizon < 1 || stride < 1) {
            throw new IllegalArgumentException("horizon and stride must be at least 1 step, but were " + horizon
                    + " and " + stride);
        }
        this.loss = loss;
        this.horizon = horizon;
        this.stride = stride;
    }

    /// Adds one window, errors in the target's unit: for one series, or series of one level.
    public void add(long origin, double[] actual, double[] first, double[] second) {
        add(origin, 1, actual, first, second);
    }

    /// Adds one window.
    ///
    /// @param origin the step of the first value foretold, counted for all series on one clock
    /// @param scale errors are divided by it, so that no series counts more for being large: that of MASE; above 0
    /// @param actual what came true, NaN where missing, `[horizon]`
    /// @param first one forecast, `[horizon]`
    /// @param second the other, `[horizon]`
    /// @throws IllegalArgumentException when a length is not the horizon, the origin no multiple of the stride from the others, the
    ///     scale not above 0, or a forecast of an observed value NaN or infinite
    public void add(long origin, double scale, double[] actual, double[] first, double[] second) {
        requireHorizon(origin, actual, first, second);
        requirePlace(origin);
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scale of the window at origin " + origin + " must be above 0, but was "
                    + scale + "; leave that series out");
        }
        OriginSum atOrigin = byOrigin.computeIfAbsent(origin, _ -> new OriginSum());
        for (int step = 0; step < horizon; step++) {
            if (!Double.isNaN(actual[step])) {
                atOrigin.sum += loss.of((actual[step] - first[step]) / scale)
                        - loss.of((actual[step] - second[step]) / scale);
                atOrigin.count++;
            }
        }
    }

    /// How many neighbouring origins to each side have windows that overlap with one: ⌈horizon / stride⌉ − 1.
    public int lags() {
        return (horizon - 1) / stride;
    }

    /// The differentials from the first origin to the last, a stride apart, in a new array; NaN for origins without a
    /// window or an observed value.
    public double[] values() {
        if (byOrigin.isEmpty()) {
            return new double[0];
        }
        long start = byOrigin.firstKey();
        long count = (byOrigin.lastKey() - start) / stride + 1;
        if (count > MOST_ORIGINS) {
            throw new IllegalArgumentException("origins from " + start + " to " + byOrigin.lastKey()
                    + " are more than " + MOST_ORIGINS + " strides apart; count origins in steps, as the stride is");
        }
        double[] values = new double[(int) count];
        Arrays.fill(values, Double.NaN);
        for (Map.Entry<Long, OriginSum> entry : byOrigin.entrySet()) {
            values[(int) ((entry.getKey() - start) / stride)] = entry.getValue().mean();
        }
        return values;
    }

    /// Whether the forecasts differ by more than chance, by [DieboldMariano].
    public SkillComparison compare(Alternative alternative) {
        return DieboldMariano.test(values(), lags(), alternative);
    }

    private void requireHorizon(long origin, double[] actual, double[] first, double[] second) {
        if (actual.length != horizon || first.length != horizon || second.length != horizon) {
            throw new IllegalArgumentException("window at origin " + origin + " has " + actual.length
                    + " actual values and forecasts of " + first.length + " and " + second.length
                    + " steps, but the horizon is " + horizon);
        }
        for (int step = 0; step < horizon; step++) {
            boolean foretold = Double.isFinite(first[step]) && Double.isFinite(second[step]);
            if (!foretold && !Double.isNaN(actual[step])) {
                throw new IllegalArgumentException("step " + (step + 1) + " of the window at origin " + origin
                        + " was observed, but the forecasts are " + first[step] + " and " + second[step]
                        + "; leave the window out, for both");
            }
        }
    }

    private void requirePlace(long origin) {
        if (!byOrigin.isEmpty() && (origin - byOrigin.firstKey()) % stride != 0) {
            throw new IllegalArgumentException("origins " + byOrigin.firstKey() + " and " + origin
                    + " are no multiple of the stride " + stride + " apart; give the stride in steps of the series");
        }
    }
}
