package org.lstm4j.forecast.conformal;

import java.util.Arrays;

/// How wrong the forecasts of windows were at a step of the horizon and, where those are too few, at the steps around it.
///
/// The pool of a step grows by one step on either side at a time, as far as the horizon goes, until there are enough scores or
/// all steps are in it. Scores stand window by window and step by step, so that what depends on each other stands together.
final class Scores {

    /// How wrong one forecast was; NaN where that is not known.
    interface Score {
        double of(int window, int step);
    }

    private final double[] ordered;
    private final WindowDependence dependence;

    private Scores(double[] ordered, WindowDependence dependence) {
        this.ordered = ordered;
        this.dependence = dependence;
    }

    /// @throws IllegalArgumentException when no score at any step is known
    static Scores around(int step, CalibrationWindows windows, Score score, int enough, WindowDependence dependence) {
        double[] pool = new double[0];
        for (int radius = 0; radius < windows.steps() && pool.length < enough; radius++) {
            pool = pool(Math.max(0, step - radius), Math.min(windows.steps() - 1, step + radius), windows, score);
        }
        if (pool.length == 0) {
            throw new IllegalArgumentException("of " + windows.windows()
                    + " calibration windows not one actual value is known; choose a calibration part with values");
        }
        return new Scores(pool, dependence);
    }

    private static double[] pool(int first, int last, CalibrationWindows windows, Score score) {
        double[] pool = new double[windows.windows() * (last - first + 1)];
        int count = 0;
        for (int window = 0; window < windows.windows(); window++) {
            for (int step = first; step <= last; step++) {
                double value = score.of(window, step);
                if (!Double.isNaN(value)) {
                    pool[count++] = value;
                }
            }
        }
        return Arrays.copyOf(pool, count);
    }

    int count() {
        return ordered.length;
    }

    /// What a next score stays at or below with that probability; the largest score where there are too few to promise it.
    double bound(double share) {
        double[] sorted = sorted();
        int plain = Math.min(ConformalRank.of(sorted.length, sorted.length, share), sorted.length);
        int rank = switch (dependence) {
            case NONE -> plain;
            case ESTIMATED -> ConformalRank.of(sorted.length, effective(sorted[plain - 1]), share);
        };
        return sorted[Math.min(rank, sorted.length) - 1];
    }

    /// The middle one, or the mean of the two in the middle.
    double median() {
        double[] sorted = sorted();
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }

    private double effective(double bound) {
        boolean[] hits = new boolean[ordered.length];
        for (int index = 0; index < hits.length; index++) {
            hits[index] = ordered[index] <= bound;
        }
        return EffectiveSampleSize.of(hits);
    }

    private double[] sorted() {
        double[] sorted = ordered.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
