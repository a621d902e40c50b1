package org.lstm4j.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.StepAxis;
import org.lstm4j.report.content.TimeAxis;

class TicksTest {

    @Test
    void marksRoundNumbersOfACountedAxis() {
        Ticks ticks = Ticks.of(new StepAxis(168, -168, "step"), 8);

        assertThat(ticks.labels()).containsExactly("−160", "−140", "−120", "−100", "−80", "−60", "−40", "−20");
        assertThat(ticks.indices()).startsWith(8, 28);
    }

    @Test
    void marksTimesAtEqualDistances() {
        Ticks ticks = Ticks.of(new TimeAxis(new long[]{0, 86_400_000, 172_800_000}, ZoneOffset.UTC), 2);

        assertThat(ticks.labels()).containsExactly("1970-01-01", "1970-01-03");
    }

    @Test
    void countsRowsFromOne() {
        assertThat(Ticks.counted(32, 10).labels()).containsExactly("1", "5", "10", "15", "20", "25", "30");
        assertThat(Ticks.counted(3, 10).labels()).containsExactly("1", "2", "3");
        assertThat(Ticks.counted(1, 0).labels()).containsExactly("1");
        assertThat(Ticks.of(new StepAxis(0, 0, "step"), 5).labels()).isEmpty();
    }
}
