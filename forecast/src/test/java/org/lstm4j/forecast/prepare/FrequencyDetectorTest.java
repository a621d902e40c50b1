package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.DataException;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Timeline;

class FrequencyDetectorTest {

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

    @ParameterizedTest
    @ValueSource(strings = {"250ms", "s", "5min", "15min", "30min", "h", "6h", "D", "W", "M", "Q", "Y"})
    void findsTheStepOfEveryRegularLine(String frequency) {
        assertThat(detect(line("2011-12-31", frequency, ZoneOffset.UTC, 40), ZoneOffset.UTC)).hasToString(frequency);
        assertThat(detect(line("2012-03-15", frequency, MELBOURNE, 40), MELBOURNE)).hasToString(frequency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15min", "h", "D", "W", "M", "Y"})
    void findsTheStepBetweenRandomGaps(String frequency) {
        Random random = new Random(7);
        long[] times = LongStream.of(line("2001-02-01", frequency, ZoneOffset.UTC, 300))
                .filter(_ -> random.nextDouble() > 0.2).toArray();

        assertThat(detect(times, ZoneOffset.UTC)).hasToString(frequency);
    }

    @Test
    void findsDaysInBusinessDaysWhereWeekendsAreGaps() {
        long[] weekdays = LongStream.of(Rows.every("2024-01-01", DAY, 70))
                .filter(t -> Math.floorMod(t / DAY + 3, 7) < 5)
                .toArray();

        assertThat(detect(weekdays, ZoneOffset.UTC)).hasToString("D");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-28", "2024-01-29", "2024-01-30", "2024-01-31", "2023-02-28", "2024-01-15"})
    void findsMonthsOnAnyDay(String start) {
        assertThat(detect(line(start, "M", ZoneOffset.UTC, 40), ZoneOffset.UTC)).hasToString("M");
    }

    @Test
    void findsMonthsInFirstTradingDays() {
        long[] times = IntStream.range(0, 36).mapToObj(i -> LocalDate.of(2020, 1, 1).plusMonths(i))
                .map(day -> day.plusDays(Math.max(0, day.getDayOfWeek().getValue() == 6
                        ? 2
                        : day.getDayOfWeek().getValue() == 7 ? 1 : 0)))
                .mapToLong(day -> day.toEpochDay() * DAY).toArray();

        assertThat(detect(times, ZoneOffset.UTC)).hasToString("M");
    }

    @Test
    void fourWeeksAreNotMonths() {
        assertThat(detect(Rows.every("2024-01-20", 28 * DAY, 30), ZoneOffset.UTC)).hasToString("4W");
    }

    @Test
    void toleratesSingleTimesOffTheGrid() {
        long[] times = Rows.every("2024-01-01", HOUR, 200);
        times[50] += 7 * 60_000;
        times[120] -= 60_000;

        assertThat(detect(times, ZoneOffset.UTC)).hasToString("h");
    }

    @Test
    void refusesRowsThatAreAllAtOneTime() {
        long day = Rows.millis("2024-01-01");

        assertThatThrownBy(() -> detect(new long[]{day, day, day}, ZoneOffset.UTC)).isInstanceOf(DataException.class)
                .hasMessageContaining("a single time").hasMessageContaining("all 3 rows at 2024-01-01T00:00Z")
                .hasMessageContaining("join all columns that make up the time with --time");
        assertThatThrownBy(() -> detect(new long[]{day}, ZoneOffset.UTC)).hasMessageContaining("1 row at 2024");
    }

    @Test
    void refusesIrregularTimesAndSaysHowIrregular() {
        long[] times = Rows.every("2024-01-01", HOUR, 20);
        for (int row = 7; row < times.length; row += 3) {
            times[row] += 60_000;
        }

        assertThatThrownBy(() -> detect(times, ZoneOffset.UTC)).isInstanceOf(DataException.class)
                .hasMessage(
                        "the series has irregular times; expected times a regular step apart, gaps allowed; received"
                                + " the most common step, 1 hour, and its multiples are 53 % of the distances; the first other"
                                + " one is 61 minutes from row 7 (2024-01-01T06:00Z) to row 8 (2024-01-01T07:01Z); join the"
                                + " rows of each step with --resample mean, sum or last and --freq h or another, move each row"
                                + " to the nearest step with --freq alone, or use --no-time to take the rows as steps 0, 1, 2,"
                                + " …");
    }

    @Test
    void refusesTimesAtRandom() {
        Random random = new Random(3);
        long[] times = random.longs(50, 0, 1_000 * HOUR).sorted().toArray();

        assertThatThrownBy(() -> detect(times, ZoneOffset.UTC)).isInstanceOf(DataException.class)
                .hasMessageContaining("the series has irregular times").hasMessageContaining("from row 1 (1970-01-0");
    }

    @Test
    void refusesMixedFrequenciesAndNamesTheRow() {
        long[] times = Rows.join(Rows.every("2024-01-01", HOUR, 48), Rows.every("2024-01-03", DAY, 30));

        assertThatThrownBy(() -> detect(times, ZoneOffset.UTC)).isInstanceOf(DataException.class)
                .hasMessageContaining("mixes frequencies")
                .hasMessageContaining("steps of 1 hour at first and of 1 day from row 49 (2024-01-03T00:00Z) on")
                .hasMessageContaining("--freq h");
    }

    @Test
    void refusesMixedFrequenciesWhenTheCoarserPartComesFirst() {
        long[] times = Rows.join(Rows.every("2024-01-01", DAY, 60), Rows.every("2024-03-01", HOUR, 40));

        assertThatThrownBy(() -> detect(times, ZoneOffset.UTC)).hasMessageContaining("mixes frequencies")
                .hasMessageContaining("steps of 1 day at first and of 1 hour from row 61");
    }

    @Test
    void oneTimeIsTooFew() {
        assertThatThrownBy(() -> detect(Rows.every("2024-01-01", 1, 1), ZoneOffset.UTC))
                .isInstanceOf(DataException.class).hasMessageContaining("at least two")
                .hasMessageContaining("--freq");
    }

    private static Frequency detect(long[] times, ZoneId zone) {
        return FrequencyDetector.detect(OrderedRows.of(Rows.at(times), DuplicateAggregate.MEAN), zone);
    }

    private static long[] line(String start, String frequency, ZoneId zone, int count) {
        long first = LocalDate.parse(start).atStartOfDay(zone).toInstant().toEpochMilli();
        Timeline line = Timeline.of(first, Frequency.parse(frequency), zone);
        return IntStream.range(0, count).mapToLong(line::instantMillis).toArray();
    }
}
