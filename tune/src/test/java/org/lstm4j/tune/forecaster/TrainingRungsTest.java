package org.lstm4j.tune.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingRungsTest {

    @Test
    void eachRungHasThreeTimesTheWindowsOfTheOneBefore() {
        assertThat(TrainingRungs.of(36_684, TrainingRungs.STANDARD_MOST).windows()).containsExactly(200, 600, 1800);
        assertThat(TrainingRungs.of(36_684, 100_000).windows()).containsExactly(4076, 12_228, 36_684);
    }

    @Test
    void smallDataHasFewerRungs() {
        assertThat(TrainingRungs.of(1000, 1800).windows()).containsExactly(333, 1000);
        assertThat(TrainingRungs.of(600, 1800).windows()).containsExactly(200, 600);
        assertThat(TrainingRungs.of(599, 1800).windows()).containsExactly(599);
        assertThat(TrainingRungs.of(5, 1800).windows()).containsExactly(5);
    }

    @Test
    void refusesRungsThatDoNotRise() {
        assertThatThrownBy(() -> new TrainingRungs(List.of()))
                .hasMessage("there must be at least one rung, of at least one window: []");
        assertThatThrownBy(() -> new TrainingRungs(List.of(0)))
                .hasMessage("there must be at least one rung, of at least one window: [0]");
        assertThatThrownBy(() -> new TrainingRungs(List.of(9, 9)))
                .hasMessage("each rung must have more windows than the one before: [9, 9]");
    }
}
