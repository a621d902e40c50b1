package org.lstm4j.interop.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.prepare.CalendarFeature;

class CalendarWordsTest {

    @Test
    void saysHowEachColumnIsComputed() {
        String words = CalendarWords.of(List.of(CalendarFeature.values()));

        assertThat(words.lines()).hasSize(1 + CalendarFeature.values().length);
        assertThat(words).startsWith("calendar, in Python,")
                .contains("  day_sin           math.sin(2 * math.pi * day)\n")
                .contains("  week_cos          math.cos(2 * math.pi * (t.weekday() + day) / 7)\n")
                .contains("  weekend           t.weekday() >= 5\n");
    }

    @Test
    void saysNothingOfNone() {
        assertThat(CalendarWords.of(List.of())).isEmpty();
    }
}
