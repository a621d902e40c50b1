package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.forecast.Frequency.CalendarMonths;
import org.lstm4j.forecast.Frequency.FixedStep;
import org.lstm4j.forecast.Frequency.StepIndex;

class FrequencyTest {

    @ParameterizedTest
    @CsvSource({"h,24", "30min,48", "15min,96", "5min,288", "s,86400", "7h,1", "D,7", "2D,1", "W,1", "M,12", "Q,4",
        "6M,2", "5M,1", "Y,1", "10Y,1", "250ms,345600", "step,1"})
    void readsItsOwnTextAndKnowsTheSeason(String text, int season) {
        Frequency frequency = Frequency.parse(text);

        assertThat(frequency).hasToString(text);
        assertThat(frequency.defaultSeason()).isEqualTo(season);
    }

    @ParameterizedTest
    @CsvSource({"H,h", "60min,h", "24h,D", "7D,W", "MS,M", "QE,Q", "12M,Y", "3M,Q", "T,min", "' 15 min ',15min"})
    void readsOtherSpellings(String spelling, String canonical) {
        assertThat(Frequency.parse(spelling)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({"h,1 hour", "30min,30 minutes", "D,1 day", "2W,2 weeks", "M,1 month", "Q,3 months", "Y,1 year",
        "250ms,250 milliseconds", "step,1 row"})
    void hasWordsForSentences(String text, String words) {
        assertThat(Frequency.parse(text).words()).isEqualTo(words);
    }

    @Test
    void tellsMonthsFromMinutesAndMilliseconds() {
        assertThat(Frequency.parse("M")).isEqualTo(new CalendarMonths(1));
        assertThat(Frequency.parse("MS")).isEqualTo(new CalendarMonths(1));
        assertThat(Frequency.parse("ms")).isEqualTo(new FixedStep(1));
        assertThat(Frequency.parse("min")).isEqualTo(new FixedStep(60_000));
        assertThat(Frequency.parse("step")).isEqualTo(new StepIndex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "fortnight", "0h", "-1h", "1.5h", "m", "B", "3step", "9999999999h"})
    void refusesWhatIsNoFrequencyAndSaysWhatIs(String text) {
        assertThatThrownBy(() -> Frequency.parse(text)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'" + text + "'").hasMessageContaining("30min, h or 2W");
    }

    @Test
    void saysWhatToDoForMinutesAndBusinessDays() {
        assertThatThrownBy(() -> Frequency.parse("m")).hasMessageContaining("write min for minutes or M for months");
        assertThatThrownBy(() -> Frequency.parse("B")).hasMessageContaining("use D");
    }

    @Test
    void countsWholeDays() {
        assertThat(new FixedStep(Duration.ofDays(3).toMillis()).isWholeDays()).isTrue();
        assertThat(new FixedStep(Duration.ofHours(36).toMillis()).isWholeDays()).isFalse();
    }

    @Test
    void refusesStepsThatDoNotAdvance() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FixedStep(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarMonths(-1));
    }
}
