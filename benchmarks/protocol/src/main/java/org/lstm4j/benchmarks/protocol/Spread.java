package org.lstm4j.benchmarks.protocol;

import java.util.Arrays;

/// Samples in three numbers.
///
/// @param median the middle one, or the mean of the two in the middle
/// @param min the least
/// @param max the greatest
public record Spread(double median, double min, double max) {

    /// @throws IllegalArgumentException when there is no sample
    public static Spread of(double... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("no samples");
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
