package org.lstm4j.forecast.season;

import java.util.Arrays;

/// The changes of a series from step to step, made ready for [HarmonicTest].
///
/// Changes instead of values, because those of a random walk are noise while the walk itself looks seasonal at any length. The
/// values between two observed ones lie on the line between them. Changes further from their median than eight times the median
/// distance are pulled in to there, so that two outliers do not make a season; that leaves what repeats every season visible.
final class SteppedChanges {

    private static final double OUTLIER = 8;

    private SteppedChanges() {}

    /// The last `count` changes, centred.
    ///
    /// @param values without missing values, at least `count`; where there is no value before the first, its change is 0
    static double[] last(double[] values, int count) {
        double[] changes = new double[count];
        int first = values.length - count;
        for (int step = 0; step < count; step++) {
            int index = first + step;
            changes[step] = index == 0 ? 0 : values[index] - values[index - 1];
        }
        pullIn(changes);
        centre(changes);
        return changes;
    }

    private static void pullIn(double[] changes) {
        double middle = median(changes.clone());
        double[] distances = new double[changes.length];
        for (int step = 0; step < changes.length; step++) {
            distances[step] = Math.abs(changes[step] - middle);
        }
        double most = OUTLIER * median(distances);
        if (most > 0) {
            for (int step = 0; step < changes.length; step++) {
                changes[step] = Math.clamp(changes[step], middle - most, middle + most);
            }
        }
    }

    private static void centre(double[] changes) {
        double mean = 0;
        for (double change : changes) {
            mean += change / changes.length;
        }
        for (int step = 0; step < changes.length; step++) {
            changes[step] -= mean;
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
