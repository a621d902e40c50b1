package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @Test
    void stepsAFixedTimeBeyondAnyData() {
        Timeline line = line("2012-01-01T00:00:00Z", "30min", ZoneOffset.UTC);

        assertThat(line.format(0)).isEqualTo("2012-01-01T00:00Z");
        assertThat(line.format(3)).isEqualTo("2012-01-01T01:30Z");
        assertThat(line.format(1_000_000)).isEqualTo("2069-01-14T08:00Z");
    }

    @Test
    void writesSecondsOnlyWhereThereAreAny() {
        assertThat(line("2015-02-26T21:42:53Z", "5min", ZoneOffset.UTC).format(0)).isEqualTo("2015-02-26T21:42:53Z");
        assertThat(line("0001-01-01T00:00:00Z", "M", ZoneOffset.UTC).format(13)).isEqualTo("0002-02-01T00:00Z");
    }

    @Test
    void hoursAreExactWhenTheClocksChangeAndDaysStayAtMidnight() {
        // clocks went back from 03:00 to 02:00 on 1 April 2012
        Timeline hours = line("2012-03-31T13:00:00Z", "h", MELBOURNE);
        Timeline days = line("2012-03-31T13:00:00Z", "D", MELBOURNE);

        assertThat(hours.at(24)).hasToString("2012-04-01T23:00+10:00[Australia/Melbourne]");
        assertThat(days.at(0)).hasToString("2012-04-01T00:00+11:00[Australia/Melbourne]");
        assertThat(days.at(1)).hasToString("2012-04-02T00:00+10:00[Australia/Melbourne]");
        assertThat(days.instantMillis(1) - days.instantMillis(0)).isEqualTo(25 * 3_600_000L);
    }

    @Test
    void monthsGoByTheCalendarOfTheZone() {
        Timeline line = line("2012-01-31T13:00:00Z", "Q", MELBOURNE);

        assertThat(line.at(1)).hasToString("2012-05-01T00:00+10:00[Australia/Melbourne]");
        assertThat(line.format(4)).isEqualTo("2013-01-31T13:00Z");
    }

    @Test
    void lastDayOfMonthStaysTheLastDay() {
        Timeline line = line("2023-02-28T00:00:00Z", "M", ZoneOffset.UTC);

        assertThat(line.format(1)).isEqualTo("2023-03-31T00:00Z");
        assertThat(line.format(12)).isEqualTo("2024-02-29T00:00Z");
    }

    @Test
    void aPartIsAtTheInstantsItWasAtInTheWhole() {
        Timeline line = line("2023-01-28T00:00:00Z", "M", ZoneOffset.UTC);
        Timeline part = line.from(1);

        assertThat(part.format(0)).isEqualTo("2023-02-28T00:00Z");
        assertThat(part.format(1)).isEqualTo("2023-03-28T00:00Z");
        assertThat(part.start()).isEqualTo(line.instantMillis(1));
    }

    @Test
    void withoutTimeAStepIsItsNumber() {
        Timeline line = Timeline.ofSteps();

        assertThat(line.hasTime()).isFalse();
        assertThat(line.instantMillis(7)).isEqualTo(7);
        assertThat(line.from(5).format(2)).isEqualTo("7");
        assertThatIllegalStateException().isThrownBy(() -> line.at(0));
    }

    @Test
    void stepsAreNumberedAlikeInEveryPartOfASeries() {
        assertThat(line("2026-03-01T00:30:00Z", "30min", ZoneOffset.UTC).ordinal(0))
                .isEqualTo(line("2026-02-28T23:30:00Z", "30min", ZoneOffset.UTC).ordinal(2));
        assertThat(line("1969-12-31T23:00:00Z", "h", ZoneOffset.UTC).ordinal(0)).isEqualTo(-1);
        assertThat(line("2023-01-31T00:00:00Z", "M", ZoneOffset.UTC).ordinal(1)).isEqualTo(2023L * 12 + 1);
        assertThat(line("2012-01-31T13:00:00Z", "Q", MELBOURNE).ordinal(1)).isEqualTo(2012L * 4 + 1);
        assertThat(Timeline.ofSteps().from(5).ordinal(2)).isEqualTo(7);
    }

    /// Melbourne's midnights are at 13:00 or 14:00 UTC.
    @Test
    void daysAreNumberedInTheirZone() {
        Timeline line = line("2012-03-30T13:00:00Z", "D", MELBOURNE);

        assertThat(line.ordinal(1) - line.ordinal(0)).isEqualTo(1);
        assertThat(line.ordinal(3) - line.ordinal(2)).isEqualTo(1);
        assertThat(line.ordinal(0)).isEqualTo(java.time.LocalDate.parse("2012-03-31").toEpochDay());
    }

    private static Timeline line(String start, String frequency, ZoneId zone) {
        return Timeline.of(Instant.parse(start).toEpochMilli(), Frequency.parse(frequency), zone);
    }
}
