package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.forecast.Frequency;

class ResamplingTest {

    @Test
    void joinsTheRowsOfEachStep() {
        Observations rows = Rows.at("2024-01-01T10:05", "2024-01-01T10:59:59", "2024-01-01T11:00", "2024-01-01T13:30");

        assertThat(resampled(rows, "h", DuplicateAggregate.MEAN).series().column("x"))
                .containsExactly(1.5, 3, Double.NaN, 4);
        assertThat(resampled(rows, "h", DuplicateAggregate.SUM).series().column("x"))
                .as("a step without rows is missing, not 0").containsExactly(3, 3, Double.NaN, 4);
        assertThat(resampled(rows, "h", DuplicateAggregate.LAST).series().column("x"))
                .containsExactly(2, 3, Double.NaN, 4);
    }

    @Test
    void saysWhatBecameOfTheRows() {
        CleaningReport report = resampled(
                Rows.at("2024-01-01T10:05", "2024-01-01T10:59:59", "2024-01-01T11:00", "2024-01-01T13:30"), "h",
                DuplicateAggregate.SUM).report();

        assertThat(report.missingSteps()).isEqualTo(1);
        assertThat(report.gaps().places()).isEqualTo("row 4 (2024-01-01T13:00Z: 1 step before it)");
        assertThat(report.warnings()).containsExactly("4 rows became 4 steps, each the sum of its rows");
    }

    @Test
    void saysWhereAStepMayLackRows() {
        CleaningReport report = resampled(Rows.at(Rows.every("2024-01-01T20:00", 3_600_000, 10)), "D",
                DuplicateAggregate.SUM).report();

        assertThat(report.warnings()).containsExactly("10 rows became 2 steps, each the sum of its rows",
                "the first step, 2024-01-01T00:00Z, may lack rows: the first is at 2024-01-01T20:00Z",
                "the last step, 2024-01-02T00:00Z, may lack rows: the last is at 2024-01-02T05:00Z");
    }

    @ParameterizedTest
    @CsvSource({"h, 2024-05-15T13:00Z", "15min, 2024-05-15T13:30Z", "6h, 2024-05-15T12:00Z", "D, 2024-05-15T00:00Z",
        "W, 2024-05-13T00:00Z", "M, 2024-05-01T00:00Z", "Q, 2024-04-01T00:00Z", "Y, 2024-01-01T00:00Z"})
    void stepsBeginWherePeopleCountFrom(String frequency, String first) {
        Observations rows = Rows.at("2024-05-15T13:37", "2025-07-01T00:00");
        assertThat(resampled(rows, frequency, DuplicateAggregate.MEAN).report().start()).isEqualTo(first);
    }

    @Test
    void daysAreThoseOfTheZone() {
        Cleaning cleaning = Cleaning.defaults().withFrequency(Frequency.parse("D"))
                .withResample(DuplicateAggregate.SUM);
        CleanedSeries cleaned = new SeriesCleaner(cleaning, ZoneId.of("Australia/Melbourne"))
                .clean(Rows.at("2024-01-01T12:00", "2024-01-01T13:00", "2024-01-02T12:59"));

        assertThat(cleaned.series().column("x")).as("midnight is at 13:00 UTC").containsExactly(1, 5);
    }

    @Test
    void theLastCategoryOfAStepStays() {
        Observations rows = Rows.at("2024-01-01T10:05", "2024-01-01T10:30", "2024-01-01T11:00");
        Observations categories = new Observations("", rows.times(), List.of("w"), new double[][]{{2, 0, 1}},
                rows.rows()).withCategories(List.of(List.of("a", "b", "c")));

        CleanedSeries cleaned = resampled(categories, "h", DuplicateAggregate.MEAN);

        assertThat(cleaned.series().column("w")).containsExactly(0, 1);
        assertThat(cleaned.series().categories("w")).containsExactly("a", "b", "c");
    }

    @Test
    void needsTheStepsToCome() {
        assertThatThrownBy(() -> Cleaning.defaults().withResample(DuplicateAggregate.MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("resampling needs the frequency of the steps to come, but was given null");
    }

    private static CleanedSeries resampled(Observations rows, String frequency, DuplicateAggregate how) {
        Cleaning cleaning = Cleaning.defaults().withFrequency(Frequency.parse(frequency)).withResample(how);
        return new SeriesCleaner(cleaning, ZoneOffset.UTC).clean(rows);
    }
}
