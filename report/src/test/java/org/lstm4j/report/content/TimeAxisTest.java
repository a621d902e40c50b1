package org.lstm4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.TimeAxis.Resolution;

class TimeAxisTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    @Test
    void showsTimesInItsZoneAndNoFinerThanNeeded() {
        assertThat(axis(0, DAY).label(1)).isEqualTo("1970-01-02");
        assertThat(axis(0, HOUR).label(1)).isEqualTo("1970-01-01 01:00");
        assertThat(axis(0, 1000).label(1)).isEqualTo("1970-01-01 00:00:01");
        assertThat(new TimeAxis(new long[]{0, DAY}, ZoneId.of("Asia/Tokyo")).label(0)).isEqualTo("1970-01-01 09:00");
    }

    @Test
    void takesLocalMidnightsAsDaysThoughTheClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        long[] days = new long[10];
        for (int day = 0; day < days.length; day++) {
            days[day] = LocalDate.of(2012, 3, 20).plusDays(day).atStartOfDay(berlin).toInstant().toEpochMilli();
        }

        assertThat(new TimeAxis(days, berlin).resolution()).isEqualTo(Resolution.DAY);
    }

    @Test
    void saysItsStepInWords() {
        assertThat(axis(0, HOUR, 2 * HOUR).step()).isEqualTo("1 hour");
        assertThat(axis(0, 30 * MINUTE).step()).isEqualTo("30 minutes");
        assertThat(axis(0, DAY).step()).isEqualTo("1 day");
        assertThat(axis(0, 7 * DAY).step()).isEqualTo("1 week");
        assertThat(axis(0, 31 * DAY, 59 * DAY).step()).isEqualTo("1 month");
        assertThat(axis(0, 90 * DAY).step()).isEqualTo("3 months");
        assertThat(axis(0, 28 * DAY, 56 * DAY).step()).isEqualTo("4 weeks");
        assertThat(axis(0, 31 * DAY, 62 * DAY).step()).isEqualTo("31 days");
        assertThat(axis(0, 2 * DAY, 3 * DAY, 5 * DAY).step()).isEqualTo("1 day");
        assertThat(axis(0, 365 * DAY).step()).isEqualTo("1 year");
        assertThat(axis(0, 15_000).step()).isEqualTo("15 seconds");
        assertThat(axis(0, 250).step()).isEqualTo("250 milliseconds");
        assertThat(axis(0).step()).isEmpty();
    }

    /// The day the clocks are put forward has 23 hours.
    @Test
    void countsDaysByTheCalendarThoughTheClocksChange() {
        assertThat(stepOf(LocalDate.of(2012, 3, 20), date -> date.plusDays(1))).isEqualTo("1 day");
        assertThat(stepOf(LocalDate.of(2012, 3, 19), date -> date.plusWeeks(1))).isEqualTo("1 week");
    }

    @Test
    void countsMonthsByTheCalendarFromTheFirstToTheLast() {
        assertThat(stepOf(LocalDate.of(2012, 1, 1), date -> date.plusMonths(1))).isEqualTo("1 month");
        assertThat(stepOf(LocalDate.of(2012, 1, 31), date -> date.plusDays(1).plusMonths(1).minusDays(1)))
                .isEqualTo("1 month");
        assertThat(stepOf(LocalDate.of(2012, 1, 1), date -> date.plusMonths(2))).isEqualTo("2 months");
        assertThat(stepOf(LocalDate.of(2012, 1, 1), date -> date.plusYears(1))).isEqualTo("1 year");
    }

    private static String stepOf(LocalDate first, UnaryOperator<LocalDate> next) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        long[] times = Stream.iterate(first, next).limit(20)
                .mapToLong(date -> date.atStartOfDay(berlin).toInstant().toEpochMilli()).toArray();
        return new TimeAxis(times, berlin).step();
    }

    @Test
    void rejectsTimesThatDoNotRise() {
        assertThatIllegalArgumentException().isThrownBy(() -> axis(0, 5, 5))
                .withMessage("times must rise, but index 2 has 5 ms after 5 ms");
    }

    private static TimeAxis axis(long... milliseconds) {
        return new TimeAxis(milliseconds, ZoneOffset.UTC);
    }
}
