package org.lstm4j.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.forecast.Frequency;

class CycleTest {

    @ParameterizedTest
    @CsvSource({"h,'day 24, week 168'", "30min,'day 48, week 336'", "15min,'day 96, week 672'",
        "5min,'hour 12, day 288, week 2016'", "5s,'minute 12, hour 720, day 17280, week 120960'",
        "D,'week 7, year 365'", "W,'year 52'", "M,'year 12'", "Q,'year 4'", "6M,'year 2'", "Y,''", "step,''",
        "7h,'week 24'", "11h,''"})
    void namesTheCyclesOfTheCalendar(String frequency, String cycles) {
        assertThat(String.join(", ", Cycle.of(Frequency.parse(frequency)).stream()
                .map(cycle -> cycle.name() + " " + cycle.steps()).toList())).isEqualTo(cycles);
    }

    @Test
    void speaksInSteps() {
        assertThat(new Cycle("day", 24)).hasToString("day of 24 steps");
    }
}
