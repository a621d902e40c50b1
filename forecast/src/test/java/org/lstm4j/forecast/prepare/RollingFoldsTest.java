package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollingFoldsTest {

    /// By hand: of 100 steps the last 20 test and 10 before them calibrate; the 12 before those validate, and make three blocks of 4.
    @Test
    void cutsTheValidationPartIntoBlocksInTimeOrder() {
        assertThat(RollingFolds.of(100, 2, new SplitShares(0.12, 0.1, 0.2, false), 3))
                .containsExactly(until(58, 62), until(62, 66), until(66, 70));
    }

    @Test
    void givesEachBlockRoomForAWindow() {
        assertThat(RollingFolds.of(100, 7, new SplitShares(0.12, 0.1, 0.2, false), 3))
                .containsExactly(until(49, 56), until(56, 63), until(63, 70));
        assertThat(RollingFolds.of(50, 3, new SplitShares(0, 0, 0, false), 2))
                .as("without shares").containsExactly(until(44, 47), until(47, 50));
    }

    @Test
    void blocksLeaveNothingBetweenThemWhereTheyDoNotComeOutEven() {
        assertThat(RollingFolds.of(100, 1, new SplitShares(0.11, 0, 0.2, false), 3))
                .containsExactly(until(69, 72), until(72, 76), until(76, 80));
    }

    @Test
    void oneFoldIsThePlainSplitWithoutItsTestPart() {
        SplitShares shares = SplitShares.standard();
        TimeSplit plain = TimeSplit.of(500, 12, shares);

        assertThat(RollingFolds.of(500, 12, shares, 1))
                .containsExactly(until(plain.trainEnd(), plain.validationEnd()));
    }

    @Test
    void aSeriesThatIsTooShortHasNothingToTrainOnInTheFirstFold() {
        assertThat(RollingFolds.of(10, 5, SplitShares.standard(), 3).getFirst().trainEnd()).isZero();
    }

    private static TimeSplit until(int trainEnd, int blockEnd) {
        return new TimeSplit(trainEnd, blockEnd, blockEnd, blockEnd);
    }
}
