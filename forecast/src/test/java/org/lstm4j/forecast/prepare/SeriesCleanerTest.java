package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.forecast.prepare.Rows.every;
import static org.lstm4j.forecast.prepare.Rows.join;
import static org.lstm4j.forecast.prepare.Rows.millis;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.prepare.Finding.Place;

class SeriesCleanerTest {

    private static final long HOUR = 3_600_000;
    private static final double MISSING = Double.NaN;

    private final SeriesCleaner cleaner = new SeriesCleaner(Cleaning.defaults(), ZoneOffset.UTC);

    @Test
    void leavesRegularRowsAsTheyAre() {
        CleanedSeries cleaned = cleaner.clean(Rows.at(every("2024-01-01", HOUR, 5)));

        assertThat(cleaned.series().column("x")).containsExactly(1, 2, 3, 4, 5);
        assertThat(cleaned.series().timeline().format(4)).isEqualTo("2024-01-01T04:00Z");
        assertThat(cleaned.report().lines())
                .containsExactly("5 rows, 5 steps of 1 hour, 2024-01-01T00:00Z to 2024-01-01T04:00Z");
    }

    @Test
    void sortsAndReportsTheRowsThatWereBehind() {
        CleanedSeries cleaned = cleaner
                .clean(Rows.at("2024-01-01T00:00", "2024-01-01T02:00", "2024-01-01T01:00", "2024-01-01T03:00"));

        assertThat(cleaned.series().column("x")).containsExactly(1, 3, 2, 4);
        assertThat(cleaned.report().unsorted())
                .isEqualTo(new Finding(1, List.of(new Place(3, "2024-01-01T01:00Z", ""))));
    }

    @Test
    void averagesAddsOrKeepsTheLastOfDuplicates() {
        long[] times = join(every("2024-01-01", HOUR, 4), every("2024-01-01T01:00", HOUR, 2));
        Observations rows = Rows.of("", times, 1, 2, 3, 4, 10, MISSING);

        assertThat(values(rows, DuplicateAggregate.MEAN)).containsExactly(1, 6, 3, 4);
        assertThat(values(rows, DuplicateAggregate.SUM)).containsExactly(1, 12, 3, 4);
        assertThat(values(rows, DuplicateAggregate.LAST)).containsExactly(1, 10, 3, 4);
        assertThat(cleaner.clean(rows).report().duplicates().places())
                .isEqualTo("row 5 (2024-01-01T01:00Z: also row 2), row 6 (2024-01-01T02:00Z: also row 3)");
    }

    @Test
    void addsDuplicatesInRowOrder() {
        long[] times = join(every("2024-01-01", HOUR, 3), new long[]{millis("2024-01-01"), millis("2024-01-01")});

        // (1e16 + 1) + 1 loses both ones, 1 + 1 + 1e16 would not
        assertThat(values(Rows.of("", times, 1e16, 0, 0, 1, 1), DuplicateAggregate.SUM)).startsWith(1e16);
        assertThat(values(Rows.of("", times, 1, 0, 0, 1, 1e16), DuplicateAggregate.SUM)).startsWith(1e16 + 2);
    }

    @Test
    void putsMissingStepsInAndReportsGaps() {
        CleanedSeries cleaned = cleaner.clean(Rows.at("2024-01-01T00:00", "2024-01-01T01:00", "2024-01-01T02:00",
                "2024-01-01T05:00", "2024-01-01T06:00", "2024-01-01T08:00"));

        assertThat(cleaned.series().column("x")).containsExactly(1, 2, 3, MISSING, MISSING, 4, 5, MISSING, 6);
        assertThat(cleaned.report().missingSteps()).isEqualTo(3);
        assertThat(cleaned.report().gaps().places()).isEqualTo(
                "row 4 (2024-01-01T05:00Z: 2 steps before it), row 6 (2024-01-01T08:00Z: 1 step before it)");
        assertThat(cleaned.report().columns().getFirst().missing()).isEqualTo(3);
    }

    @Test
    void keepsOnlyTheFirstFivePlaces() {
        long[] times = every("2024-01-01", 2 * HOUR, 20);
        SeriesCleaner hourly = new SeriesCleaner(Cleaning.defaults().withFrequency(Frequency.parse("h")),
                ZoneOffset.UTC);

        Finding gaps = hourly.clean(Rows.at(times)).report().gaps();

        assertThat(gaps.count()).isEqualTo(19);
        assertThat(gaps.first()).hasSize(5);
        assertThat(gaps.places()).endsWith(", …");
    }

    @Test
    void movesRowsToTheNearestStepOrLeavesThemOut() {
        long[] times = every("2024-01-01", HOUR, 40);
        times[10] += 5 * 60_000;
        Observations rows = Rows.at(join(times, millis("2024-01-01T20:10")));

        CleanedSeries cleaned = cleaner.clean(rows);

        assertThat(cleaned.series().steps()).isEqualTo(40);
        assertThat(cleaned.series().column("x")[10]).isEqualTo(11);
        assertThat(cleaned.series().column("x")[20]).isEqualTo(21);
        assertThat(cleaned.report().offGrid().places()).isEqualTo(
                "row 11 (2024-01-01T10:05Z: moved to 2024-01-01T10:00Z), row 41 (2024-01-01T20:10Z: left out)");
    }

    @Test
    void aStrayFirstRowDoesNotShiftTheGrid() {
        long[] times = every("2024-01-01", HOUR, 30);
        times[0] += 60_000;

        CleanedSeries cleaned = cleaner.clean(Rows.at(times));

        assertThat(cleaned.series().timeline().format(0)).isEqualTo("2024-01-01T00:00Z");
        assertThat(cleaned.report().offGrid().count()).isEqualTo(1);
    }

    @Test
    void daysStayAtMidnightOfTheZoneAcrossClockChanges() {
        ZoneId zone = ZoneId.of("Australia/Melbourne");
        CleanedSeries cleaned = new SeriesCleaner(Cleaning.defaults(), zone).clean(
                Rows.at("2012-03-30T13:00", "2012-03-31T13:00", "2012-04-01T14:00", "2012-04-02T14:00"));

        assertThat(cleaned.series().timeline().frequency()).hasToString("D");
        assertThat(cleaned.report().offGrid()).isEqualTo(Finding.NONE);
        assertThat(cleaned.series().timeline().at(3).toLocalTime()).hasToString("00:00");
    }

    @Test
    void monthsMayBeMissingToo() {
        CleanedSeries cleaned = cleaner.clean(Rows.at("2024-01-31", "2024-02-29", "2024-03-31", "2024-05-31",
                "2024-06-30", "2024-07-31", "2024-08-31"));

        assertThat(cleaned.series().column("x")).containsExactly(1, 2, 3, MISSING, 4, 5, 6, 7);
        assertThat(cleaned.report().offGrid()).isEqualTo(Finding.NONE);
        assertThat(cleaned.series().timeline().format(8)).isEqualTo("2024-09-30T00:00Z");
    }

    @Test
    void givenFrequencyPlacesIrregularRows() {
        SeriesCleaner fiveMinutes = new SeriesCleaner(Cleaning.defaults().withFrequency(Frequency.parse("5min")),
                ZoneOffset.UTC);

        CleanedSeries cleaned = fiveMinutes
                .clean(Rows.at("2024-01-01T00:00:02", "2024-01-01T00:04:58", "2024-01-01T00:10:03"));

        assertThat(cleaned.series().column("x")).containsExactly(1, 2, 3);
        assertThat(cleaned.series().timeline().format(0)).isEqualTo("2024-01-01T00:00:02Z");
    }

    @Test
    void refusesAStepThatIsTooLong() {
        SeriesCleaner daily = new SeriesCleaner(Cleaning.defaults().withFrequency(Frequency.parse("D")),
                ZoneOffset.UTC);

        assertThatThrownBy(() -> daily.clean(Rows.at(every("2024-01-01", HOUR, 48)))).isInstanceOf(DataException.class)
                .hasMessageContaining("a step of 1 day does not fit the series")
                .hasMessageContaining("45 of 48 rows share a step");
    }

    @Test
    void refusesAGridOfNothingButGapsAndNamesTheRow() {
        long[] times = join(every("2024-01-01", 60_000, 20), millis("2204-01-01"));

        assertThatThrownBy(() -> cleaner.clean(Rows.at(times))).isInstanceOf(DataException.class)
                .hasMessageContaining("at most 100 steps for each of its 21 rows").hasMessageContaining("in row 21");
    }

    @Test
    void stepsWithoutTimeStayInOrder() {
        SeriesCleaner steps = new SeriesCleaner(Cleaning.defaults().withFrequency(Frequency.parse("step")),
                ZoneOffset.UTC);

        CleanedSeries cleaned = steps
                .clean(Observations.withoutTime("W1", List.of("value"), new double[][]{{5, MISSING, 7}}));

        assertThat(cleaned.series().column("value")).containsExactly(5, MISSING, 7);
        assertThat(cleaned.report().lines()).startsWith("series 'W1': 3 steps, 0 to 2");
    }

    @Test
    void namesTheStepOfAnUnusualValueWhereNoRowIsKnown() {
        SeriesCleaner steps = new SeriesCleaner(Cleaning.defaults().withFrequency(Frequency.parse("step")),
                ZoneOffset.UTC);

        CleanedSeries cleaned = steps.clean(
                Observations.withoutTime("W1", List.of("value"), new double[][]{{5, 6, 7, 5, 6, 7, 9999, 5}}));

        assertThat(cleaned.report().lines())
                .contains("1 unusual value in column 'value', kept: step 6 (9999.0)");
    }

    @Test
    void severalSeriesShareTheFrequencyOfMost() {
        List<CleanedSeries> cleaned = cleaner
                .clean(List.of(named("A", every("2024-01-01", HOUR, 10)), named("B", every("2024-01-01", HOUR, 8)),
                        named("sparse", every("2024-01-01", 2 * HOUR, 3)), named("one", every("2024-01-01", HOUR, 1))));

        assertThat(cleaned).extracting(one -> one.series().steps()).containsExactly(10, 8, 5, 1);
        assertThat(cleaned).allSatisfy(one -> assertThat(one.report().frequency()).hasToString("h"));
    }

    @Test
    void refusesASeriesOfAnotherFrequency() {
        assertThatThrownBy(() -> cleaner.clean(
                List.of(named("A", every("2024-01-01", HOUR, 10)), named("B", every("2024-01-01", 25 * 60_000, 8)),
                        named("C", every("2024-01-01", HOUR, 9)))))
                .isInstanceOf(DataException.class).hasMessageContaining("series 'B' has other steps")
                .hasMessageContaining("steps of 1 hour");
    }

    @Test
    void refusesASeriesWhoseStepIsMuchLonger() {
        assertThatThrownBy(() -> cleaner.clean(List.of(named("A", every("2024-01-01", HOUR, 10)),
                named("B", every("2024-01-01", 24 * HOUR, 9)), named("C", every("2024-01-01", HOUR, 9)))))
                .isInstanceOf(DataException.class).hasMessageContaining("series 'B' has other steps")
                .hasMessageContaining("steps of 1 day").hasMessageContaining("--freq h");
    }

    @Test
    void warnsOfConstantAndEmptyColumns() {
        long[] times = every("2024-01-01", HOUR, 4);
        double none = MISSING;

        assertThat(cleaner.clean(Rows.of("", times, 7, 7, none, 7)).report().warnings())
                .containsExactly("column 'x' has the same value at every step");
        assertThat(cleaner.clean(Rows.of("", times, none, none, none, none)).report().warnings())
                .containsExactly("column 'x' has no value at all");
    }

    @Test
    void pointsAtUnusualValuesWithoutChangingThem() {
        Observations rows = Rows.of("", every("2024-01-01", HOUR, 9), 10, 11, 9, 10, 12, 1100, 10, 9, 11);

        CleanedSeries cleaned = cleaner.clean(rows);

        assertThat(cleaned.series().column("x")[5]).isEqualTo(1100);
        assertThat(cleaned.report().columns().getFirst().outliers().places())
                .isEqualTo("row 6 (2024-01-01T05:00Z: 1100.0)");
    }

    @Test
    void countsWhatItFilled() {
        SeriesCleaner forward = new SeriesCleaner(Cleaning.defaults().withFill(FillMethod.FORWARD), ZoneOffset.UTC);

        CleanedSeries cleaned = forward
                .clean(Rows.of("", every("2024-01-01", HOUR, 4), MISSING, 5, MISSING, MISSING));

        assertThat(cleaned.series().column("x")).containsExactly(MISSING, 5, 5, 5);
        assertThat(cleaned.report().lines()).contains("column 'x': 3 values missing, 2 of them filled");
    }

    @Test
    void refusesASeriesWithoutRows() {
        assertThatThrownBy(() -> cleaner.clean(Rows.at(new long[0]))).isInstanceOf(DataException.class)
                .hasMessageContaining("the series has no rows");
    }

    private static Observations named(String name, long[] times) {
        return Rows.of(name, times, new double[times.length]);
    }

    private static double[] values(Observations rows, DuplicateAggregate aggregate) {
        return new SeriesCleaner(Cleaning.defaults().withAggregate(aggregate), ZoneOffset.UTC).clean(rows).series()
                .column("x");
    }
}
