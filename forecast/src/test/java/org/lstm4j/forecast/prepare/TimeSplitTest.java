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
    void refusesSharesThatLeaveNothingToTrainOn() {
        assertThatThrownBy(() -> new SplitShares(0.5, 0, 0.5, false)).hasMessageContaining("together below 1");
        assertThatThrownBy(() -> new SplitShares(-0.1, 0, 0.5, false)).hasMessageContaining("validation share");
    }
}
