package org.lstm4j.forecast.significance;

import java.util.Arrays;

/// The signed-rank test of Wilcoxon (1945) whether two forecasts err alike on many series: one error for each series and
/// forecast, as MASE or sMAPE from one window each, the way of the M4 competition.
///
/// The differences of the pairs are ranked by size, and the ranks of those above 0 summed. If it makes no difference which forecast is
/// called the first, each sign is a fair coin: for up to 50 series all outcomes are counted through, ties included,
/// beyond that the normal distribution serves, corrected for ties and for the step of 1/2.
///
/// Why this one: a t test asks about the mean, which with scaled errors a few wild series decide, and is not as exact as it
/// looks for as heavy tails. The sign test needs even less of the data, but throws the sizes away and overlooks what
/// this one finds. Demšar (2006) comes to the same choice for classifiers on many data sets.
///
/// Errors must be free of units, or large series decide the ranks. Series on which the two err alike are left out. Series
/// that err together, because they share a calendar or a market, make the p-value too small. Below 6 series no two-sided
/// p-value could fall below 0.05, so there is none.
public final class SignedRankTest {

    private static final int MOST_COUNTED = 50;

    private SignedRankTest() {}

    /// @param first errors of the first forecast, one for each series; a NaN leaves the series out
    /// @param second errors of the second, the same series in the same order
    /// @throws IllegalArgumentException when there are not as many of both, or an error is infinite
    public static SkillComparison test(double[] first, double[] second, Alternative alternative) {
        double[] differences = differences(first, second);
        SignedRanks ranks = SignedRanks.of(differences);
        int count = ranks.count();
        boolean exact = count <= MOST_COUNTED;
        ComparisonMethod method = exact ? ComparisonMethod.SIGNED_RANK_EXACT : ComparisonMethod.SIGNED_RANK_NORMAL;
        double mean = Arrays.stream(differences).sum() / differences.length;
        ComparisonOutcome outcome = outcome(count, differences.length, method);
        if (outcome != ComparisonOutcome.TESTED) {
            return new SkillComparison(outcome, method, alternative, Double.NaN, Double.NaN, mean, differences.length,
                    count);
        }
        double pValue = exact
                ? alternative.pValue(ranks.exactUpTo(), ranks.exactFrom())
                : alternative.pValue(ranks.normalUpTo(), ranks.normalFrom());
        return new SkillComparison(outcome, method, alternative, ranks.standardised(), pValue, mean, differences.length,
                count);
    }

    private static ComparisonOutcome outcome(int differing, int all, ComparisonMethod method) {
        if (differing >= method.least()) {
            return ComparisonOutcome.TESTED;
        }
        return differing == 0 && all >= method.least() ? ComparisonOutcome.NO_DIFFERENCE : ComparisonOutcome.TOO_FEW;
    }

    private static double[] differences(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "there are errors of " + first.length + " series of the first forecast, but of "
                            + second.length + " of the second; both need the same series in the same order");
        }
        double[] differences = new double[first.length];
        int count = 0;
        for (int series = 0; series < first.length; series++) {
            if (Double.isInfinite(first[series]) || Double.isInfinite(second[series])) {
                throw new IllegalArgumentException(
                        "errors of series " + (series + 1) + " are " + first[series] + " and "
                                + second[series] + ", but must be numbers, or NaN to leave the series out");
            }
            double difference = first[series] - second[series];
            if (!Double.isNaN(difference)) {
                differences[count++] = difference;
            }
        }
        return Arrays.copyOf(differences, count);
    }
}
