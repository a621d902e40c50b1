package org.lstm4j.forecast.significance;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lstm4j.special.StudentT;

class DieboldMarianoTest {

    private static final Offset<Double> EXACT = within(1e-9);
    /// Mean 1.3; squared deviations 32.1, products of neighbours 19.61.
    private static final double[] SMOOTH = {2, 3, 1, -1, -2, 0, 1, 3, 4, 2};
    /// Mean 1.6; squared deviations 44.4, products of neighbours -30.96.
    private static final double[] JAGGED = {1, 3, -2, 4, 0, 2, 5, -1, 3, 1};

    @Test
    void isThePairedTTestWithoutOverlap() {
        SkillComparison comparison = DieboldMariano.test(JAGGED, 0, Alternative.DIFFERENT);

        // The t statistic is mean / √(Σ squares / (9 · 10)), with 9 degrees of freedom
        assertThat(comparison.statistic()).isEqualTo(1.6 / Math.sqrt(44.4 / 90), EXACT);
        assertThat(comparison.pValue()).isEqualTo(0.04872323324522395, EXACT);
        assertThat(comparison.method()).isEqualTo(ComparisonMethod.DIEBOLD_MARIANO);
        assertThat(comparison.outcome()).isEqualTo(ComparisonOutcome.TESTED);
        assertThat(comparison.differentials()).isEqualTo(10);
        assertThat(comparison.meanDifference()).isEqualTo(1.6, EXACT);
    }

    @Test
    void countsSharedErrorsOfOverlappingWindows() {
        SkillComparison comparison = DieboldMariano.test(SMOOTH, 1, Alternative.DIFFERENT);

        // V = 3.21 + 2 · 1.961; correction (10 + 1 - 4 + 2 · 1/10) / 10; 10 / 2 - 1 = 4 degrees of freedom
        assertThat(comparison.statistic()).isEqualTo(1.3 / Math.sqrt(7.132 / 10) * Math.sqrt(0.72), EXACT);
        assertThat(comparison.pValue()).isEqualTo(2 * StudentT.cumulative(-comparison.statistic(), 4), EXACT);
        assertThat(comparison.independent()).isEqualTo(5);
        assertThat(comparison.method()).isEqualTo(ComparisonMethod.DIEBOLD_MARIANO);
    }

    @Test
    void turnsToBartlettWhenEqualWeightsGiveNoPositiveVariance() {
        SkillComparison comparison = DieboldMariano.test(JAGGED, 1, Alternative.DIFFERENT);

        // Equal weights: 4.44 - 2 · 3.096 < 0. Bartlett: 4.44 - 2 · 1/2 · 3.096
        assertThat(comparison.method()).isEqualTo(ComparisonMethod.DIEBOLD_MARIANO_BARTLETT);
        assertThat(comparison.statistic()).isEqualTo(1.6 / Math.sqrt(1.344 / 10) * Math.sqrt(0.72), EXACT);
    }

    @Test
    void turnsToBartlettWhenRoundingMakesAZeroVariancePositive() {
        double[] alternating = {0.1, 0.3, 0.1, 0.3, 0.1, 0.3, 0.1, 0.3, 0.1, 0.3, 0.1};

        assertThat(DieboldMariano.test(alternating, 2, Alternative.DIFFERENT).outcome())
                .isEqualTo(ComparisonOutcome.TOO_FEW);
        assertThat(DieboldMariano.test(alternating, 1, Alternative.DIFFERENT).method())
                .isEqualTo(ComparisonMethod.DIEBOLD_MARIANO_BARTLETT);
    }

    @Test
    void leavesGapsOutWithoutClosingThem() {
        double[] gap = {2, 3, NaN, 1, 0, 4, 3, 2, 1, 2, 4};
        double mean = 22 / 10.0;
        // Neighbours: (2,3), (1,0), (0,4), (4,3), (3,2), (2,1), (1,2), (2,4); 3 and 1 are two origins apart
        double shared = -0.2 * 0.8 + -1.2 * -2.2 + -2.2 * 1.8 + 1.8 * 0.8 + 0.8 * -0.2 + -0.2 * -1.2 + -1.2 * -0.2
                + -0.2 * 1.8;
        double own = 0.04 + 0.64 + 1.44 + 4.84 + 3.24 + 0.64 + 0.04 + 1.44 + 0.04 + 3.24;
        SkillComparison comparison = DieboldMariano.test(gap, 1, Alternative.DIFFERENT);

        assertThat(comparison.differentials()).isEqualTo(10);
        assertThat(comparison.statistic())
                .isEqualTo(mean / Math.sqrt((own + 2 * shared) / 100) * Math.sqrt(0.72), EXACT);
    }

    @Test
    void halvesOrTurnsThePValueForOneSide() {
        double both = DieboldMariano.test(SMOOTH, 1, Alternative.DIFFERENT).pValue();

        assertThat(DieboldMariano.test(SMOOTH, 1, Alternative.SECOND_BETTER).pValue()).isEqualTo(both / 2, EXACT);
        assertThat(DieboldMariano.test(SMOOTH, 1, Alternative.FIRST_BETTER).pValue()).isEqualTo(1 - both / 2, EXACT);
    }

    @Test
    void givesNoPValueFromTooFewWindows() {
        SkillComparison comparison = DieboldMariano.test(new double[]{1, 2, 3, 4, NaN}, 0, Alternative.DIFFERENT);

        assertThat(comparison.outcome()).isEqualTo(ComparisonOutcome.TOO_FEW);
        assertThat(comparison.pValue()).isNaN();
        assertThat(comparison.statistic()).isNaN();
        assertThat(comparison.meanDifference()).isEqualTo(2.5);
        assertThat(comparison.sentence("lstm", "naive")).isEqualTo(
                "too few to tell lstm from naive: 4 windows that do not overlap, and at least 5 are needed");
        // nine origins, but every window overlaps with its neighbours
        assertThat(DieboldMariano.test(new double[9], 1, Alternative.DIFFERENT).outcome())
                .isEqualTo(ComparisonOutcome.TOO_FEW);
        assertThat(DieboldMariano.test(new double[0], 0, Alternative.DIFFERENT).meanDifference()).isNaN();
        assertThat(DieboldMariano.test(new double[]{NaN, NaN}, 7, Alternative.DIFFERENT).differentials()).isZero();
    }

    @Test
    void givesNoPValueWhereNothingVaries() {
        SkillComparison alike = DieboldMariano.test(new double[20], 1, Alternative.DIFFERENT);
        // 0.1 twenty times has a mean that is rounded
        double[] constant = new double[20];
        Arrays.fill(constant, -0.1);
        SkillComparison shifted = DieboldMariano.test(constant, 1, Alternative.DIFFERENT);

        assertThat(alike.outcome()).isEqualTo(ComparisonOutcome.NO_DIFFERENCE);
        assertThat(alike.sentence("lstm", "naive"))
                .isEqualTo("lstm and naive err exactly alike: there is no difference to test");
        assertThat(shifted.outcome()).isEqualTo(ComparisonOutcome.NO_SPREAD);
        assertThat(shifted.pValue()).isNaN();
        assertThat(shifted.sentence("lstm", "naive")).isEqualTo("lstm errs less than naive by the same amount every "
                + "time, which leaves no chance to test against");
    }

    @Test
    void rejectsWhatIsNoSampleOfDifferences() {
        assertThatIllegalArgumentException().isThrownBy(() -> DieboldMariano.test(SMOOTH, -1, Alternative.DIFFERENT))
                .withMessage("lags must be 0 or more, but were -1; windows that do not overlap have 0");
        double[] infinite = {1, 2, Double.NEGATIVE_INFINITY, 3, 4, 5};
        assertThatIllegalArgumentException().isThrownBy(() -> DieboldMariano.test(infinite, 0, Alternative.DIFFERENT))
                .withMessage("a loss differential is -Infinity, but must be a number; leave windows with infinite "
                        + "forecasts out");
    }
}
