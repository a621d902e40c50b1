package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.Timeline;

/// What a caller is told to compute is how the forecaster counts.
class TimeIndexTest {

    /// The last column is what Python 3.12 makes of the expression, which is the one before.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "h     | UTC              | 2026-03-05T07:00 | math.floor(t.timestamp()) // 3600                         | 492415",
        "15min | Europe/Berlin    | 2026-03-05T07:45 | math.floor(t.timestamp()) // 900                          | 1969659",
        "h     | Asia/Kolkata     | 1969-12-31T07:30 | math.floor(t.timestamp()) // 3600                         | -22",
        "250ms | UTC              | 1970-01-01T00:00:01 | round(1000 * t.timestamp()) // 250                     | 4",
        "D     | America/New_York | 2026-03-05T00:00 | (t.date() - datetime.date(1970, 1, 1)).days               | 20517",
        "W     | Asia/Tokyo       | 2026-03-05T00:00 | (t.date() - datetime.date(1970, 1, 1)).days // 7          | 2931",
        "M     | Asia/Tokyo       | 2026-03-01T00:00 | (12 * t.year + t.month - 1)                               | 24314",
        "Q     | UTC              | 2026-04-01T00:00 | (12 * t.year + t.month - 1) // 3                          | 8105"})
    void isWhatAForecasterCounts(String frequency, String zone, String time, String expression, long index) {
        Frequency steps = Frequency.parse(frequency);
        ZonedDateTime last = LocalDateTime.parse(time).atZone(ZoneId.of(zone));

        assertThat(TimeIndex.text(steps)).startsWith("in Python " + expression + ", t its time");
        assertThat(Timeline.of(last.toInstant().toEpochMilli(), steps, last.getZone()).ordinal(0)).isEqualTo(index);
    }
}
