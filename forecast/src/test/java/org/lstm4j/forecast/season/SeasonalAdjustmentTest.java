package org.lstm4j.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SeasonalAdjustmentTest {

    private static final double NAN = Double.NaN;
    private static final Offset<Double> ROUNDING = within(1e-12);

    @Test
    void decomposesALineWithAnAddedPatternExactly() {
        double[] pattern = {3, -1, 0, -2};
        double[] values = new double[13];
        for (int step = 0; step < values.length; step++) {
            values[step] = 10 + 2 * step + pattern[step % 4];
        }
        ClassicalDecomposition decomposition = ClassicalDecomposition.of(values, 4, SeasonKind.ADDITIVE);

        assertThat(decomposition.indices()).containsExactly(pattern, ROUNDING);
        assertThat(decomposition.trend()[0]).isNaN();
        assertThat(decomposition.trend()[1]).isNaN();
        assertThat(decomposition.trend()[2]).isCloseTo(14, ROUNDING);
        assertThat(decomposition.trend()[10]).isCloseTo(30, ROUNDING);
        assertThat(decomposition.trend()[11]).isNaN();
        assertThat(decomposition.adjust(values)[5]).isCloseTo(20, ROUNDING);
        assertThat(decomposition.index(14)).isCloseTo(0, ROUNDING);
    }

    @Test
    void multipliesPatternsOfOddLength() {
        double[] values = {8, 12, 10, 8, 12, 10, 8};

        ClassicalDecomposition decomposition = ClassicalDecomposition.of(values, 3, SeasonKind.MULTIPLICATIVE);

        assertThat(decomposition.indices()).containsExactly(new double[]{0.8, 1.2, 1}, ROUNDING);
        assertThat(decomposition.adjust(values)).containsExactly(new double[]{10, 10, 10, 10, 10, 10, 10}, ROUNDING);
    }

    /// R 4: decompose(ts(c(5,7,9,6,8,11,4,9,12), frequency = 3)), by its formulas.
    @Test
    void averagesThePlacesWhereTheTrendReaches() {
        double[] values = {5, 7, 9, 6, 8, 11, 4, 9, 12};
        // trend: 7, 22/3, 23/3, 25/3, 23/3, 8, 25/3 at steps 1 to 7
        double first = (6 - 23 / 3.0 + 4 - 8) / 2;
        double second = (7 - 7 + 8 - 25 / 3.0 + 9 - 25 / 3.0) / 3;
        double third = (9 - 22 / 3.0 + 11 - 23 / 3.0) / 2;
        double mean = (first + second + third) / 3;

        assertThat(ClassicalDecomposition.of(values, 3, SeasonKind.ADDITIVE).indices())
                .containsExactly(new double[]{first - mean, second - mean, third - mean}, ROUNDING);
    }

    @Test
    void testsAsTheCompetitionDid() {
        double[] pattern = {5, 1, 1, 5, 1, 1, 5, 1, 1, 5, 1, 1, 5, 1, 1};

        assertThat(SeasonalityTest.isSeasonal(pattern, 3)).isTrue();
        assertThat(SeasonalityTest.isSeasonal(pattern, 1)).isFalse();
        assertThat(SeasonalityTest.isSeasonal(Arrays.copyOf(pattern, 8), 3)).isFalse();
        assertThat(SeasonalityTest.isSeasonal(new double[9], 3)).isFalse();
    }

    @Test
    void theLimitIsThatOfBartlett() {
        int seasonal = 0;
        for (double last = -3; last <= 3; last += 0.125) {
            double[] values = {1, 1, -1, -1, 1, 1, -1, last};
            double[] correlations = Autocorrelation.of(values, 2);
            double limit = 1.645 * Math.sqrt((1 + 2 * correlations[1] * correlations[1]) / 8);
            boolean outside = Math.abs(correlations[2]) > limit;
            seasonal += outside ? 1 : 0;
            assertThat(SeasonalityTest.isSeasonal(values, 2)).isEqualTo(outside);
        }
        assertThat(seasonal).isBetween(1, 48);
    }

    @Test
    void takesTheSeasonOutAndPutsItBack() {
        double[] values = {8, 12, 10, 8, 12, 10, 8, 12, 10, 8, 777};

        SeasonalAdjustment adjustment = SeasonalAdjustment.of(values, 10, 3);
        double[] forecast = {10, 20, 10};
        adjustment.restore(forecast);

        assertThat(adjustment.isSeasonal()).isTrue();
        assertThat(adjustment.adjusted()).hasSize(10).containsOnly(new double[]{10}, ROUNDING);
        assertThat(forecast).containsExactly(new double[]{12, 20, 8}, ROUNDING);
    }

    @Test
    void addsSeasonsToValuesThatAreNotPositive() {
        double[] values = {-2, 2, 0, -2, 2, 0, -2, 2, 0, -2, 2, 0, -2, 2, 0};

        SeasonalAdjustment adjustment = SeasonalAdjustment.of(values, 15, 3);
        double[] forecast = {5};
        adjustment.restore(forecast);

        assertThat(adjustment.adjusted()).containsOnly(new double[]{0}, ROUNDING);
        assertThat(forecast[0]).isCloseTo(3, ROUNDING);
    }

    @Test
    void leavesWhatHasNoSeasonAsItIs() {
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(new double[]{NAN, 1, NAN, 3, 4}, 5, 2);

        assertThat(adjustment.isSeasonal()).isFalse();
        assertThat(adjustment.adjusted()).containsExactly(1, 2, 3, 4);
        assertThat(SeasonalAdjustment.of(new double[]{NAN}, 1, 12).adjusted()).isEmpty();
    }

    @Test
    void fillsGapsFromTheSamePlaceOfOtherSeasons() {
        double[] values = {NAN, 1, 10, NAN, 3, NAN, 5, NAN, NAN, 99};

        // places from the first observed value on: step 3 lies between nothing and 5, as place 3 of season 2 has steps 1, 3, 5, 7
        assertThat(SeasonalGaps.filled(values, 9, 2)).containsExactly(1, 10, 1, 3, 1, 5, 1, 5);
    }

    @Test
    void aPlaceNeverObservedLiesBetweenItsNeighbours() {
        assertThat(SeasonalGaps.filled(new double[]{1, NAN, 3, 2, NAN, 6, 5, NAN}, 8, 3))
                .containsExactly(1, 2, 3, 2, 4, 6, 5, 5);
        assertThat(SeasonalGaps.filled(new double[]{NAN, NAN}, 2, 3)).isEmpty();
    }

    @Test
    void rejectsWhatCannotBeDecomposed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassicalDecomposition.of(new double[5], 3, SeasonKind.ADDITIVE))
                .withMessage(
                        "a decomposition needs a season of at least 2 steps and two seasons of values, but the season"
                                + " was 3 and there were 5 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassicalDecomposition.of(new double[]{1, 2, 1, 0}, 2, SeasonKind.MULTIPLICATIVE))
                .withMessage("value 0.0 at step 3; a multiplicative season needs positive values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassicalDecomposition.of(new double[]{1, NAN, 1, 0}, 2, SeasonKind.ADDITIVE))
                .withMessage("value NaN at step 1 is missing; fill gaps before decomposing");
    }
}
