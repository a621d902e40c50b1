package org.lstm4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.ConfigurationException;

class TimeFormatTest {

    @ParameterizedTest
    @CsvSource({"dd.MM.yyyy HH:mm, %d.%m.%Y %H:%M", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX, %Y-%m-%dT%H:%M:%S.%f%z",
        "M/d/yy h:mm a, %m/%d/%y %I:%M %p", "MMM d yyyy, %b %d %Y"})
    void translatesPatternsOfJavaTime(String pattern, String strptime) {
        assertThat(TimeFormat.asked(pattern).pattern()).isEqualTo(strptime);
    }

    @Test
    void takesStrptimePatternsAsTheyAre() {
        assertThat(TimeFormat.asked("%d/%m/%Y").pattern()).isEqualTo("%d/%m/%Y");
        assertThat(TimeFormat.asked("unix").isInstant()).isTrue();
    }

    @Test
    void refusesLettersItDoesNotKnow() {
        assertThatThrownBy(() -> TimeFormat.asked("dd.QQ.yyyy")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'QQ'");
        assertThatThrownBy(() -> TimeFormat.asked("dd'T")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void knowsWhichFormatsNameAnInstant() {
        assertThat(TimeFormat.of("%Y-%m-%dT%H:%M:%SZ").isInstant()).isTrue();
        assertThat(TimeFormat.of("%Y-%m-%d %H:%M%z").isInstant()).isTrue();
        assertThat(TimeFormat.of("%Y-%m-%d %H:%M").isInstant()).isFalse();
    }

    @Test
    void offersOnlyFormatsWithTheShapeOfEveryText() {
        assertThat(patterns("2012-01-01 00:30")).containsExactly("%Y-%m-%d %H:%M");
        assertThat(patterns("1/1/11")).containsExactly("%m/%d/%y", "%d/%m/%y");
        assertThat(patterns("31.12.2024 23:00")).containsExactly("%d.%m.%Y %H:%M");
        assertThat(patterns("1-01", "3-12")).containsExactly("%Y-%m");
        assertThat(patterns("1949-01")).containsExactly("%Y-%m");
        assertThat(patterns("2010 1 1 0")).containsExactly("%Y %m %d %H");
        assertThat(patterns("2012-01-01", "2012-01-01 06:00", "2012-01-01T12:00:30")).containsExactly("iso");
        assertThat(patterns("abc")).isEmpty();
        assertThat(patterns("2012-01-01", "abc")).isEmpty();
    }

    private static List<String> patterns(String... texts) {
        return TimeFormats.matching(List.of(texts)).stream().map(TimeFormat::pattern).toList();
    }
}
