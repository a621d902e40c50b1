package org.lstm4j.forecast.metrics;

import java.util.Arrays;

/// The continuous ranked probability score of forecasts given as samples, in the target's unit; smaller is better.
///
/// For samples x₁ … xₙ of a distribution F and the actual value y
///
///     CRPS = mean abs(xᵢ − y) − 1/2 · mean over i ≠ j of abs(xᵢ − xⱼ)
///
/// is an unbiased estimate of the score of F, however few samples there are (Ferro 2014, *Fair scores for ensemble forecasts*;
/// Zamo and Naveau 2018). Being an estimate it can be slightly below 0. The other usual form, whose second
/// mean counts i = j too, judges the samples as if they were all of F, and punishes few samples.
///
/// The second mean comes from the gaps between sorted samples: gap k, with k samples below it, lies between k · (n − k) pairs.
/// So the cost is that of sorting, n log n, and only terms of one sign are added.
public final class SampleScores {

    private SampleScores() {}

    /// The score of one value.
    ///
    /// @param samples at least two, in any order; left as they are
    /// @return the score; NaN when the actual value or a sample is NaN
    public static double crps(double actual, double[] samples) {
        requireTwo(samples.length);
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double count = sorted.length;
        double distance = 0;
        double spread = 0;
        for (int index = 0; index < sorted.length; index++) {
            distance += Math.abs(sorted[index] - actual);
            if (index > 0) {
                spread += index * (count - index) * (sorted[index] - sorted[index - 1]);
            }
        }
        return distance / count - spread / (count * (count - 1));
    }

    /// The mean score of the steps whose actual value was observed.
    ///
    /// @param actual what came true, NaN where missing, `[horizon]`
    /// @param paths sample paths, `[paths, horizon]`, at least two
    /// @return the score; NaN when nothing was observed or a sample that counts is NaN
    public static double crps(double[] actual, double[][] paths) {
        requireTwo(paths.length);
        for (double[] path : paths) {
            ErrorSums.requireEqualLength(actual, path);
        }
        double[] samples = new double[paths.length];
        double sum = 0;
        int observed = 0;
        for (int step = 0; step < actual.length; step++) {
            if (!Double.isNaN(actual[step])) {
                for (int path = 0; path < paths.length; path++) {
                    samples[path] = paths[path][step];
                }
                sum += crps(actual[step], samples);
                observed++;
            }
        }
        return observed == 0 ? Double.NaN : sum / observed;
    }

    private static void requireTwo(int samples) {
        if (samples < 2) {
            throw new IllegalArgumentException(
                    "CRPS from samples needs at least 2 of them to see their spread, but got "
                            + samples + "; draw more, 100 are usual");
        }
    }
}
