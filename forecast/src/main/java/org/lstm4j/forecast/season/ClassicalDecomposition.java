package org.lstm4j.forecast.season;

import java.util.Arrays;

/// A series as trend, seasonal indices and rest, by moving averages.
///
/// 1. trend: the centred moving average over one season m; for even m over m + 1 steps with half weight at both ends
/// 2. the values without the trend (difference or quotient), averaged for each place in the season
/// 3. these averages, moved so that their mean is 0, or scaled so that it is 1, are the indices
///
/// This is R's `decompose`, step by step. The trend has no value in the first and the last half season.
///
/// @param kind whether indices are added or are factors
/// @param trend `[steps]`, NaN within half a season of both ends; shared, not to be changed
/// @param indices `[season]`; index i belongs to the steps i, i + m, i + 2m, …; shared, not to be changed
@SuppressWarnings("ArrayRecordComponent") // a carrier of results, never compared
public record ClassicalDecomposition(SeasonKind kind, double[] trend, double[] indices) {

    /// Decomposes a series.
    ///
    /// @param values without missing values ([SeasonalGaps]); all positive for a multiplicative season
    /// @param season steps in a season m, at least 2
    /// @throws IllegalArgumentException when there are fewer than two seasons, or values a multiplicative season cannot have
    public static ClassicalDecomposition of(double[] values, int season, SeasonKind kind) {
        check(values, season, kind);
        double[] trend = centredAverage(values, season);
        double[] indices = new double[season];
        for (int place = 0; place < season; place++) {
            indices[place] = meanWithoutTrend(values, trend, place, season, kind);
        }
        double mean = 0;
        for (double index : indices) {
            mean += index / season;
        }
        for (int place = 0; place < season; place++) {
            indices[place] = kind.without(indices[place], mean);
        }
        return new ClassicalDecomposition(kind, trend, indices);
    }

    /// The index of a step.
    ///
    /// @param step counted from the first value, 0 or more; steps after the last value are meant too
    public double index(int step) {
        return indices[step % indices.length];
    }

    /// The values with the season taken out, in a new array.
    public double[] adjust(double[] values) {
        double[] adjusted = new double[values.length];
        for (int step = 0; step < values.length; step++) {
            adjusted[step] = kind.without(values[step], index(step));
        }
        return adjusted;
    }

    /// The moving average over one season, centred: `[values.length]`, NaN where it does not reach.
    static double[] centredAverage(double[] values, int season) {
        double[] average = new double[values.length];
        Arrays.fill(average, Double.NaN);
        int half = season / 2;
        double endWeight = season % 2 == 0 ? 0.5 : 1;
        for (int step = half; step < values.length - half; step++) {
            double sum = endWeight * values[step - half];
            for (int near = step - half + 1; near < step + half; near++) {
                sum += values[near];
            }
            average[step] = (sum + endWeight * values[step + half]) / season;
        }
        return average;
    }

    private static double meanWithoutTrend(double[] values, double[] trend, int place, int season, SeasonKind kind) {
        double sum = 0;
        int count = 0;
        for (int step = place; step < values.length; step += season) {
            if (!Double.isNaN(trend[step])) {
                sum += kind.without(values[step], trend[step]);
                count++;
            }
        }
        return sum / count;
    }

    private static void check(double[] values, int season, SeasonKind kind) {
        if (season < 2 || values.length < 2L * season) {
            throw new IllegalArgumentException(
                    "a decomposition needs a season of at least 2 steps and two seasons of values, but the season was "
                            + season + " and there were " + values.length + " values");
        }
        for (int step = 0; step < values.length; step++) {
            if (Double.isNaN(values[step]) || (kind == SeasonKind.MULTIPLICATIVE && !(values[step] > 0))) {
                throw new IllegalArgumentException("value " + values[step] + " at step " + step
                        + (kind == SeasonKind.MULTIPLICATIVE
                                ? "; a multiplicative season needs positive values"
                                : " is missing; fill gaps before decomposing"));
            }
        }
    }
}
