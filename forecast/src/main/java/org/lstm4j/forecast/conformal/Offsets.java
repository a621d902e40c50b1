package org.lstm4j.forecast.conformal;

import java.util.Arrays;

/// Quantiles moved by offsets.
final class Offsets {

    private Offsets() {}

    /// Each quantile with its offset times the scale added, then in rising order: offsets of their own can make quantiles cross, and
    /// sorted ones are never further from the truth (Chernozhukov, Fernández-Val and Galichon 2010).
    static double[] moved(double[] quantiles, double[] offsets, double scale) {
        double[] moved = new double[quantiles.length];
        for (int level = 0; level < moved.length; level++) {
            moved[level] = quantiles[level] + offsets[level] * scale;
        }
        Arrays.sort(moved);
        return moved;
    }
}
