package org.lstm4j.forecast.significance;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;

class SignedRankTestTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /// Depression scores before and after, Hollander and Wolfe 1973, table 3.1: the sum of positive ranks is 40 of 45,
    /// one-sided p = 0.01953.
    private static final double[] BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    private static final double[] AFTER = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

    @Test
    void agreesWithAPublishedExample() {
        SkillComparison comparison = SignedRankTest.test(BEFORE, AFTER, Alternative.SECOND_BETTER);

        assertThat(comparison.pValue()).isEqualTo(10 / 512.0, EXACT);
        assertThat(comparison.method()).isEqualTo(ComparisonMethod.SIGNED_RANK_EXACT);
        // Mean 22.5, variance 9 · 10 · 19 / 24
        assertThat(comparison.statistic()).isEqualTo((40 - 22.5) / Math.sqrt(71.25), EXACT);
        assertThat(SignedRankTest.test(BEFORE, AFTER, Alternative.DIFFERENT).pValue()).isEqualTo(20 / 512.0, EXACT);
        assertThat(SignedRankTest.test(AFTER, BEFORE, Alternative.FIRST_BETTER).pValue()).isEqualTo(10 / 512.0, EXACT);
        // 40 itself counts on both sides: 7 ways reach 41 or more
        assertThat(SignedRankTest.test(BEFORE, AFTER, Alternative.FIRST_BETTER).pValue()).isEqualTo(505 / 512.0, EXACT);
    }

    @Test
    void countsAllSignsThroughWithTies() {
        double[] first = {3, 1, 1, 5, 0, 2, 9, 4};
        double[] second = {1, 2, 3, 1, 2, 2, 8, 1};
        // Differences 2 -1 -2 4 -2 0 1 3, doubled ranks of sizes 1 1 2 2 2 3 4: 3 3 8 8 8 12 14
        int[] ranks = {3, 3, 8, 8, 8, 12, 14};
        int observed = 8 + 14 + 3 + 12;
        int asLarge = 0;
        for (int signs = 0; signs < 128; signs++) {
            int sum = 0;
            for (int bit = 0; bit < 7; bit++) {
                sum += (signs >> bit & 1) * ranks[bit];
            }
            asLarge += sum >= observed ? 1 : 0;
        }
        SkillComparison comparison = SignedRankTest.test(first, second, Alternative.SECOND_BETTER);

        assertThat(comparison.pValue()).isEqualTo(asLarge / 128.0, EXACT);
        assertThat(comparison.differentials()).isEqualTo(8);
        assertThat(comparison.independent()).isEqualTo(7);
        assertThat(comparison.meanDifference()).isEqualTo(5 / 8.0);
    }

    @Test
    void goesOverToTheNormalDistributionSmoothly() {
        double[] first = new double[50];
        for (int series = 0; series < 50; series++) {
            first[series] = (series + 1) * (series % 3 == 0 ? -1 : 1);
        }
        SignedRanks ranks = SignedRanks.of(first);

        assertThat(ranks.exactFrom()).isEqualTo(ranks.normalFrom(), within(5e-4));
        assertThat(ranks.exactUpTo()).isEqualTo(ranks.normalUpTo(), within(5e-4));
    }

    @Test
    void findsNineInTwentySmallerErrorsOfManySeriesOrNone() {
        RandomStream random = new RandomStreams(5).stream("series");
        int found = 0;
        int foundEqual = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] first = new double[60];
            double[] better = new double[60];
            double[] equal = new double[60];
            for (int series = 0; series < 60; series++) {
                double level = StrictMath.exp(random.nextGaussian());
                first[series] = level * StrictMath.exp(0.3 * random.nextGaussian());
                equal[series] = level * StrictMath.exp(0.3 * random.nextGaussian());
                better[series] = 0.8 * equal[series];
            }
            SkillComparison comparison = SignedRankTest.test(first, better, Alternative.DIFFERENT);
            assertThat(comparison.method()).isEqualTo(ComparisonMethod.SIGNED_RANK_NORMAL);
            found += comparison.pValue() < 0.05 ? 1 : 0;
            foundEqual += SignedRankTest.test(first, equal, Alternative.DIFFERENT).pValue() < 0.05 ? 1 : 0;
        }

        assertThat(found).isGreaterThan(850);
        assertThat(foundEqual).isBetween(25, 75);
    }

    @Test
    void leavesMissingErrorsOut() {
        double[] first = {1, NaN, 2, 3, 4, 5, 6};
        double[] second = {0, 1, 0, 0, 0, 0, NaN};

        SkillComparison comparison = SignedRankTest.test(first, second, Alternative.DIFFERENT);
        assertThat(comparison.differentials()).isEqualTo(5);
        assertThat(comparison.outcome()).isEqualTo(ComparisonOutcome.TOO_FEW);
        assertThat(comparison.sentence("lstm", "theta")).isEqualTo(
                "too few to tell lstm from theta: 5 series on which they differ, and at least 6 are needed");
    }

    @Test
    void givesNoPValueOfNothing() {
        assertThat(SignedRankTest.test(new double[8], new double[8], Alternative.DIFFERENT).outcome())
                .isEqualTo(ComparisonOutcome.NO_DIFFERENCE);
        SkillComparison empty = SignedRankTest.test(new double[0], new double[0], Alternative.DIFFERENT);
        assertThat(empty.outcome()).isEqualTo(ComparisonOutcome.TOO_FEW);
        assertThat(empty.pValue()).isNaN();
        assertThat(empty.meanDifference()).isNaN();
    }

    @Test
    void rejectsErrorsThatDoNotPair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedRankTest.test(new double[3], new double[2], Alternative.DIFFERENT))
                .withMessage(
                        "there are errors of 3 series of the first forecast, but of 2 of the second; both need the "
                                + "same series in the same order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedRankTest.test(new double[]{1}, new double[]{Double.POSITIVE_INFINITY},
                        Alternative.DIFFERENT))
                .withMessage("errors of series 1 are 1.0 and Infinity, but must be numbers, or NaN to leave the series "
                        + "out");
    }
}
