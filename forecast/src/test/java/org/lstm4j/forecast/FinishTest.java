package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishTest {

    @ParameterizedTest
    @CsvSource({"0, no epoch was better than the start", "1, 1 epoch was best", "7, 7 epochs were best"})
    void saysHowManyEpochsAreGoneThroughAgain(int best, String which) {
        assertThat(Finish.choiceOfRefit(best)).isEqualTo(
                new Choice("finish", "refit", which + " on validation windows, which then trained too"));
    }
}
