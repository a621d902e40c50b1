package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeSplitTest {

    @Test
    void splitsByTimeWithTheTestPartLast() {
        assertThat(TimeSplit.of(1000, 24, SplitShares.standard())).isEqualTo(new TimeSplit(700, 800, 800, 1000));
    }

    @Test
    void givesEachPartOfAShortSeriesRoomForOneWindow() {
        assertThat(TimeSplit.of(144, 20, SplitShares.standard())).isEqualTo(new TimeSplit(96, 116, 116, 144));
    }

    @Test
    void hasACalibrationPartOnlyWhenAskedFor() {
        assertThat(TimeSplit.of(1000, 24, new SplitShares(0.1, 0.1, 0.2, false)))
                .isEqualTo(new TimeSplit(600, 700, 800, 1000));
    }

    @Test
    void takesWholeNumbersFromOneOnForSteps() {
        assertThat(TimeSplit.of(14_400, 96, SplitShares.ofSteps(2880, 0, 2880)))
                .isEqualTo(new TimeSplit(8640, 11_520, 11_520, 14_400));
        assertThat(TimeSplit.of(1000, 24, new SplitShares(48, 0, 0.2, false)))
                .isEqualTo(new TimeSplit(752, 800, 800, 1000));
        assertThat(TimeSplit.of(1000, 1, SplitShares.ofSteps(1, 0, 1))).isEqualTo(new TimeSplit(998, 999, 999, 1000));
    }

    @Test
    void givesAPartOfFewStepsRoomForOneWindow() {
        assertThat(TimeSplit.of(100, 12, SplitShares.ofSteps(5, 0, 20))).isEqualTo(new TimeSplit(68, 80, 80, 100));
    }

    @Test
    void stepsThatLeaveNothingLeaveAnEmptyTrainingPart() {
        assertThat(TimeSplit.of(50, 10, SplitShares.ofSteps(30, 0, 30))).isEqualTo(new TimeSplit(0, 20, 20, 50));
    }

    @Test
    void refusesPartsThatAreNeitherShareNorSteps() {
        assertThatThrownBy(() -> new SplitShares(1.5, 0, 0.2, false)).hasMessage(
                "validation must be a share in [0, 1) or a whole number of steps from 1 on, but was 1.5");
        assertThatThrownBy(() -> new SplitShares(0.1, 0, Double.NaN, false)).hasMessageContaining("test must be");
        assertThatThrownBy(() -> new SplitShares(0.1, 0, 3e9, false)).hasMessageContaining("test must be");
        assertThatThrownBy(() -> new SplitShares(0.1, 0, 48, true)).hasMessage(
                "test is 48 steps, but windows that are dealt out at random are counted in shares, such as 0.1");
    }

    @Test
    void refusesSharesThatLeaveNothingToTrainOn() {
        assertThatThrownBy(() -> new SplitShares(0.5, 0, 0.5, false)).hasMessageContaining("together below 1");
        assertThatThrownBy(() -> new SplitShares(-0.1, 0, 0.5, false))
                .hasMessageContaining("validation must be a share");
    }
}
