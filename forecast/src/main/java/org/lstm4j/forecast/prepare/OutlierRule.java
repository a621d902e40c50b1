package org.lstm4j.forecast.prepare;

import java.util.Arrays;

/// Which values are called unusual: those more than ten robust standard
/// deviations from the median. The robust standard deviation is 1.4826 times
/// the median absolute deviation (MAD), which for normal values is the standard
/// deviation, and which a few wild values do not move.
///
/// Ten is far out. The usual 3.5 (B. Iglewicz and D. Hoaglin, How to Detect and
/// Handle Outliers, ASQC, 1993) is for single normal samples; by it every
/// tenth value of a skewed or strongly seasonal series would be unusual. This
/// rule is there to point at a slipped decimal point or a code such as 9999,
/// and changes nothing.
///
/// A column more than half of whose values are equal has a MAD of 0, and no
/// unusual values by this rule.
///
/// @param lowest smallest value that is not unusual
/// @param highest largest value that is not unusual
public record OutlierRule(double lowest, double highest) {

    /// Calls nothing unusual.
    static final OutlierRule NONE = new OutlierRule(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double DEVIATIONS = 10;
    /// one over the 75th percentile of the standard normal distribution
    private static final double DEVIATION_PER_MAD = 1.4826;

    /// The bounds for a column; infinite where the rule does not apply.
    ///
    /// @param values `[steps]`; NaN is left out
    public static OutlierRule of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        if (sorted.length < 3) {
            return NONE;
        }
        double median = median(sorted);
        double[] deviations = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            deviations[i] = Math.abs(sorted[i] - median);
        }
        Arrays.sort(deviations);
        double spread = DEVIATIONS * DEVIATION_PER_MAD * median(deviations);
        if (spread == 0) {
            return NONE;
        }
        return new OutlierRule(median - spread, median + spread);
    }

    /// Whether a value is unusual; a missing one is not.
    public boolean isUnusual(double value) {
        return value < lowest || value > highest;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
