package org.lstm4j.forecast.prepare;

import java.util.Arrays;

/// Which values are called unusual: those whose modified z-score
/// 0.6745 · |x − median| / MAD is above 3.5, MAD being the median absolute
/// deviation from the median.
///
/// A column more than half of whose values are equal has a MAD of 0 and no
/// unusual values by this rule. The rule knows nothing of seasons or trends: it
/// is there to point at a slipped decimal point, and changes nothing.
///
/// Source: B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers, ASQC,
/// 1993, section 3.
///
/// @param lowest smallest value that is not unusual
/// @param highest largest value that is not unusual
public record OutlierRule(double lowest, double highest) {

    private static final double LIMIT = 3.5;
    /// the 75th percentile of the standard normal distribution
    private static final double MAD_OF_STANDARD_NORMAL = 0.6745;

    /// The bounds for a column; infinite where the rule does not apply.
    ///
    /// @param values `[steps]`; NaN is left out
    public static OutlierRule of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        if (sorted.length < 3) {
            return new OutlierRule(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double median = median(sorted);
        double[] deviations = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            deviations[i] = Math.abs(sorted[i] - median);
        }
        Arrays.sort(deviations);
        double spread = LIMIT * median(deviations) / MAD_OF_STANDARD_NORMAL;
        if (spread == 0) {
            return new OutlierRule(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
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
