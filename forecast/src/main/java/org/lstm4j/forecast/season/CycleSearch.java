package org.lstm4j.forecast.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Cycles worth testing in a series whose times name none: the highest peaks of its autocorrelation.
///
/// Looked for twice: in the values without their straight line, where slow waves show, and in the changes from step to step,
/// where those on top of a wandering level do. Noise moves peaks, so lengths near one that stands out are looked at too; of
/// those within a tenth of each other, that one remains which stands out most ([HarmonicTest]).
final class CycleSearch {

    /// The longest cycle that is looked for.
    static final int LONGEST = 1000;

    private static final int MOST_STEPS = 20_000;
    private static final int PEAKS = 5;
    private static final double SAME_PEAK = 1.1;
    private static final double WORTH_A_LOOK = 0.01;
    private static final int NEAR_SHARE = 20;
    private static final int MOST_NEAR = 3;

    private CycleSearch() {}

    /// How many lags are looked at: a third of the steps at most.
    static int lags(int steps) {
        return Math.min(LONGEST, steps / HarmonicTest.LEAST_SEASONS);
    }

    /// The candidates, shortest first.
    ///
    /// @param values without missing values
    static List<Cycle> candidates(double[] values) {
        double[] recent = Arrays.copyOfRange(values, Math.max(0, values.length - MOST_STEPS), values.length);
        int lags = lags(recent.length);
        SortedSet<Integer> steps = new TreeSet<>();
        if (lags >= 2) {
            addPeaks(Autocorrelation.of(withoutLine(recent), lags + 1), steps);
            addPeaks(Autocorrelation.of(SteppedChanges.last(recent, recent.length), lags + 1), steps);
        }
        return oneOfEachPeak(recent, withNear(recent, steps)).stream().map(Cycle::of).toList();
    }

    private static SortedSet<Integer> withNear(double[] values, SortedSet<Integer> peaks) {
        SortedSet<Integer> all = new TreeSet<>(peaks);
        for (int peak : peaks) {
            if (HarmonicTest.probability(values, peak, List.of()) < WORTH_A_LOOK) {
                int near = Math.min(MOST_NEAR, 1 + peak / NEAR_SHARE);
                for (int steps = Math.max(2, peak - near); steps <= peak + near; steps++) {
                    all.add(steps);
                }
            }
        }
        return all;
    }

    private static List<Integer> oneOfEachPeak(double[] values, SortedSet<Integer> ascending) {
        List<Integer> kept = new ArrayList<>();
        double least = 1;
        for (int steps : ascending) {
            double probability = HarmonicTest.probability(values, steps, List.of());
            boolean near = !kept.isEmpty() && steps <= SAME_PEAK * kept.getLast();
            if (!near) {
                kept.add(steps);
                least = probability;
            } else if (probability < least) {
                kept.set(kept.size() - 1, steps);
                least = probability;
            }
        }
        return kept;
    }

    private static void addPeaks(double[] correlations, SortedSet<Integer> steps) {
        List<Integer> peaks = new ArrayList<>();
        for (int lag = 2; lag < correlations.length - 1; lag++) {
            if (correlations[lag] > 0 && correlations[lag] > correlations[lag - 1]
                    && correlations[lag] >= correlations[lag + 1]) {
                peaks.add(lag);
            }
        }
        peaks.sort((one, other) -> Double.compare(correlations[other], correlations[one]));
        steps.addAll(peaks.subList(0, Math.min(PEAKS, peaks.size())));
    }

    private static double[] withoutLine(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int step = 0; step < values.length; step++) {
            products += (step - middle) * values[step];
            squares += (step - middle) * (step - middle);
        }
        double[] rest = new double[values.length];
        for (int step = 0; step < values.length; step++) {
            rest[step] = values[step] - products / squares * (step - middle);
        }
        return rest;
    }
}
