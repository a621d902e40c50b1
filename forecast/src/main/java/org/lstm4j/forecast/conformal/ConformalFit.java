package org.lstm4j.forecast.conformal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the offsets of a calibration.
final class ConformalFit {

    private static final double SAME_LEVEL = 1e-9;
    private static final int NO_PARTNER = -1;

    private final CalibrationWindows windows;
    private final ConformalSettings settings;
    private final double[][] offsets;
    /// The fewest scores behind an offset of each step.
    private final int[] samples;

    private ConformalFit(CalibrationWindows windows, ConformalSettings settings) {
        this.windows = windows;
        this.settings = settings;
        offsets = new double[windows.steps()][windows.levels()];
        samples = new int[windows.steps()];
        Arrays.fill(samples, Integer.MAX_VALUE);
    }

    static ConformalCalibration calibration(CalibrationWindows windows, ConformalSettings settings) {
        ConformalFit fit = new ConformalFit(windows, settings);
        switch (settings.method()) {
            case PAIRS -> fit.fitPairs();
            case EACH_LEVEL -> fit.fitEachLevel();
        }
        return fit.result();
    }

    private void fitPairs() {
        int pairs = 0;
        for (int lower = 0; lower < windows.levels(); lower++) {
            int upper = partner(lower);
            if (upper > lower) {
                fitPair(lower, upper);
                pairs++;
            }
        }
        if (pairs == 0) {
            throw new IllegalArgumentException("no two of the levels " + levels()
                    + " make an interval, as 0.1 and 0.9 do; add the missing ones, or calibrate each level");
        }
    }

    /// The score is how far outside of the interval the actual value was; below 0 inside.
    private void fitPair(int lower, int upper) {
        double share = windows.level(upper) - windows.level(lower);
        Scores.Score outside = (window, step) -> Math.max(-error(window, step, lower), error(window, step, upper));
        for (int step = 0; step < windows.steps(); step++) {
            Scores scores = scores(step, outside, share);
            double offset = settings.moves().allowed(scores.bound(share));
            offsets[step][lower] = -offset;
            offsets[step][upper] = offset;
        }
    }

    private void fitEachLevel() {
        for (int level = 0; level < windows.levels(); level++) {
            for (int step = 0; step < windows.steps(); step++) {
                offsets[step][level] = offset(level, step);
            }
        }
    }

    private double offset(int level, int step) {
        double share = windows.level(level);
        if (Math.abs(share - 0.5) < SAME_LEVEL) {
            return scores(step, (window, at) -> error(window, at, level), 0.5).median();
        }
        if (share > 0.5) {
            return settings.moves().allowed(
                    scores(step, (window, at) -> error(window, at, level), share).bound(share));
        }
        return -settings.moves().allowed(
                scores(step, (window, at) -> -error(window, at, level), 1 - share).bound(1 - share));
    }

    private Scores scores(int step, Scores.Score score, double share) {
        int enough = Math.max(settings.smallestSample(), ConformalRank.fewest(share));
        Scores scores = Scores.around(step, windows, score, enough, settings.dependence());
        samples[step] = Math.min(samples[step], scores.count());
        return scores;
    }

    /// How far the actual value lay above the quantile, in the window's scale.
    private double error(int window, int step, int level) {
        return (windows.actual(window, step) - windows.forecast(window, step)[level]) / windows.scale(window);
    }

    private int partner(int level) {
        for (int other = 0; other < windows.levels(); other++) {
            if (Math.abs(windows.level(level) + windows.level(other) - 1) < SAME_LEVEL) {
                return other;
            }
        }
        return NO_PARTNER;
    }

    private ConformalCalibration result() {
        List<List<Double>> ofSteps = new ArrayList<>(offsets.length);
        for (double[] ofStep : offsets) {
            ofSteps.add(list(ofStep));
        }
        double[][] nothing = new double[windows.steps()][windows.levels()];
        return new ConformalCalibration(settings.method(), windows.scaled(), windows.windows(), levels(), ofSteps,
                Arrays.stream(samples).boxed().toList(), sharesBelow(nothing), sharesBelow(offsets));
    }

    private List<Double> levels() {
        double[] levels = new double[windows.levels()];
        Arrays.setAll(levels, windows::level);
        return list(levels);
    }

    /// For each level the share of known actual values below the quantile, moved by that. A value on the edge of an interval is
    /// inside: it counts as above a level under ½, and as below any other.
    private List<Double> sharesBelow(double[][] moved) {
        double[] below = new double[windows.levels()];
        int known = 0;
        for (int window = 0; window < windows.windows(); window++) {
            for (int step = 0; step < windows.steps(); step++) {
                double actual = windows.actual(window, step);
                if (!Double.isNaN(actual)) {
                    known++;
                    double[] quantiles = Offsets.moved(windows.forecast(window, step), moved[step],
                            windows.scale(window));
                    for (int level = 0; level < below.length; level++) {
                        boolean onTheEdge = actual == quantiles[level] && windows.level(level) >= 0.5;
                        below[level] += (actual < quantiles[level] || onTheEdge) ? 1 : 0;
                    }
                }
            }
        }
        for (int level = 0; level < below.length; level++) {
            below[level] /= known;
        }
        return list(below);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
