package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// Berlin's clocks went from 02:00 to 03:00 on 31 March 2024 and back from
/// 03:00 to 02:00 on 27 October.
class LocalClockTest {

    private final LocalClock berlin = new LocalClock(ZoneId.of("Europe/Berlin"));

    @Test
    void ordinaryTimesHaveOneInstant() {
        assertThat(instant("A", "2024-01-01T12:00", 1)).isEqualTo("2024-01-01T11:00:00Z");
        assertThat(instant("A", "2024-07-01T12:00", 2)).isEqualTo("2024-07-01T10:00:00Z");
        assertThat(berlin.notes()).isEmpty();
    }

    @Test
    void aSkippedHourIsReadAsTheOneAfter() {
        assertThat(instant("A", "2024-03-31T02:30", 7)).isEqualTo("2024-03-31T01:30:00Z");
        assertThat(berlin.notes()).singleElement().asString().contains("1 row is in an hour that the clocks")
                .contains("row 7");
    }

    @Test
    void aRepeatedHourIsTheEarlierOneFirst() {
        assertThat(instant("A", "2024-10-27T02:00", 1)).isEqualTo("2024-10-27T00:00:00Z");
        assertThat(instant("A", "2024-10-27T02:30", 2)).isEqualTo("2024-10-27T00:30:00Z");
        assertThat(instant("A", "2024-10-27T02:00", 3)).isEqualTo("2024-10-27T01:00:00Z");
        assertThat(instant("B", "2024-10-27T02:00", 4)).isEqualTo("2024-10-27T00:00:00Z");
        assertThat(berlin.notes()).singleElement().asString().contains("4 rows are in an hour that comes twice");
    }

    @Test
    void aFixedOffsetIsSubtracted() {
        LocalClock plusEight = new LocalClock(ZoneId.of("+08:00"));

        assertThat(plusEight.instant("", millis("2024-01-01T08:00"), 1)).isEqualTo(millis("2024-01-01T00:00"));
    }

    private String instant(String series, String local, long row) {
        return Instant.ofEpochMilli(berlin.instant(series, millis(local), row)).toString();
    }

    private static long millis(String local) {
        return Instant.parse(local + ":00Z").toEpochMilli();
    }
}
