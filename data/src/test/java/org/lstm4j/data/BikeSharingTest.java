package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.forecast.TimeSeries;

/// A real file: dates as m/d/yy, the hour in a column of its own, missing
/// hours.
class BikeSharingTest {

    @Test
    void readsHoursWithTheirGaps() throws IOException {
        Dataset data = read(ReadOptions.from(source()).time("dteday", "hr").target("cnt").past("temp", "weathersit")
                .future("holiday"));

        TimeSeries series = data.series().getFirst();
        assertThat(series.steps()).isEqualTo(731 * 24);
        assertThat(series.timeline().format(0)).isEqualTo("2011-01-01T00:00Z");
        assertThat(series.timeline().frequency()).hasToString("h");
        assertThat(data.season()).isEqualTo(24);
        assertThat(data.cleaning().getFirst().missingSteps()).isEqualTo(731 * 24 - 17_379);
        assertThat(series.column("cnt")).startsWith(16, 40, 32, 13, 1);
        // 03:00 on 18 January 2011 has no row
        assertThat(series.value(0, 17 * 24 + 3)).isNaN();
    }

    @Test
    void asksForTheHourWhenOnlyTheDateIsFound() throws IOException {
        assertThatThrownBy(() -> read(ReadOptions.from(source()).target("cnt"))).isInstanceOf(DataException.class)
                .hasMessageContaining("--time dteday,hr");
    }

    private static Dataset read(ReadOptions.Builder options) {
        return DataReader.read(options.build());
    }

    private static Source source() throws IOException {
        InputStream file = BikeSharingTest.class.getResourceAsStream("bike-sharing-hour.csv.gz");
        return new Source.StreamSource(Objects.requireNonNull(file), "bike-sharing-hour.csv.gz");
    }
}
