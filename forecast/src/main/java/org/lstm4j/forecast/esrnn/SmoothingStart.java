package org.lstm4j.forecast.esrnn;

import java.util.Arrays;

/// Where the trained numbers of a series begin, or what stands in for them where a series was never trained.
///
/// Initial indices come from classical decomposition of the first four cycles of each season, from the shortest on: differences from the
/// centred moving average over a cycle, averaged by position, less their mean, and taken out of the values before the next season. A
/// season of which fewer than two cycles are there begins with zeros. Smyl begins with zeros everywhere.
final class SmoothingStart {

    private static final int CYCLES = 4;
    private static final double LEVEL = 0.3;
    private static final double SEASON = 0.3;

    private SmoothingStart() {}

    /// @param values in their form
    static double[] of(SmoothingLayout layout, double[] values) {
        double[] start = new double[layout.size()];
        start[0] = SmoothingRun.logit(LEVEL);
        for (int season = 0; season < layout.count(); season++) {
            start[layout.seasonCoefficient(season)] = SmoothingRun.logit(SEASON);
        }
        fillIndices(layout, values, start);
        return start;
    }

    /// Puts the indices of a decomposition into their places.
    static void fillIndices(SmoothingLayout layout, double[] values, double[] parameters) {
        double[] rest = values.clone();
        for (int season = 0; season < layout.count(); season++) {
            int length = layout.season(season);
            double[] indices = indices(rest, length);
            for (int step = 0; step < rest.length; step++) {
                rest[step] -= indices[step % length];
            }
            for (int index = 0; index < length; index++) {
                parameters[layout.firstIndex(season) + index] = indices[index];
            }
        }
    }

    private static double[] indices(double[] values, int length) {
        double[] sums = new double[length];
        int[] counts = new int[length];
        int last = Math.min(values.length, CYCLES * length) - length / 2;
        for (int step = length / 2; step < last && values.length >= 2 * length; step++) {
            double difference = values[step] - centredMean(values, step, length);
            if (!Double.isNaN(difference)) {
                sums[step % length] += difference;
                counts[step % length]++;
            }
        }
        for (int index = 0; index < length; index++) {
            sums[index] = counts[index] == 0 ? 0 : sums[index] / counts[index];
        }
        double mean = Arrays.stream(sums).sum() / length;
        for (int index = 0; index < length; index++) {
            sums[index] -= mean;
        }
        return sums;
    }

    /// The mean over one cycle around a step; where the cycle is even, its two ends count half. Missing values do not count.
    private static double centredMean(double[] values, int centre, int length) {
        double sum = 0;
        double weights = 0;
        int half = length / 2;
        for (int step = centre - half; step <= centre + half; step++) {
            boolean end = step == centre - half || step == centre + half;
            double weight = length % 2 == 0 && end ? 0.5 : 1;
            if (step < values.length && !Double.isNaN(values[step])) {
                sum += weight * values[step];
                weights += weight;
            }
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }
}
