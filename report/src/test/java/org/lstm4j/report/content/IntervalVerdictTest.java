package org.lstm4j.report.content;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.forecast.metrics.IntervalMetrics;
import org.lstm4j.report.content.IntervalVerdict.Outcome;

class IntervalVerdictTest {

    @Test
    void saysInASentenceWhetherPromisesAreKept() {
        IntervalVerdict verdict = verdict(0.783, 0.9);

        assertThat(verdict.sentence()).isEqualTo("The 80\u202f% intervals hold 78.3\u202f% of the values: as promised."
                + " The 95\u202f% intervals hold 90.0\u202f%: too narrow.");
        assertThat(verdict.honest()).isFalse();
        assertThat(verdict.dishonest()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, TOO_NARROW", "0.7594, TOO_NARROW", "0.7596, AS_PROMISED", "0.8, AS_PROMISED", "0.8404, AS_PROMISED",
        "0.8406, TOO_WIDE", "1, TOO_WIDE"})
    void intervalsOf80MayMissByFourPointsOfWhatIsShown(double share, Outcome expected) {
        assertThat(verdict(share, 0.95).of80()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.9194, TOO_NARROW", "0.9196, AS_PROMISED", "0.95, AS_PROMISED", "0.9704, AS_PROMISED",
        "0.9706, TOO_WIDE", "1, TOO_WIDE"})
    void intervalsOf95MustHold92To97(double share, Outcome expected) {
        assertThat(verdict(0.8, share).of95()).isEqualTo(expected);
    }

    @Test
    void keptPromisesAreHonest() {
        assertThat(verdict(0.8, 0.95).honest()).isTrue();
        assertThat(verdict(0.8, 0.95).dishonest()).isFalse();
        assertThat(verdict(0.9, 0.95).dishonest()).isTrue();
        assertThat(verdict(0.8, 0.99).sentence()).endsWith("hold 99.0\u202f%: too wide.");
    }

    @Test
    void decidesNothingWithoutValues() {
        IntervalVerdict verdict = verdict(NaN, NaN);

        assertThat(verdict.sentence()).isEqualTo(
                "Whether the intervals are honest cannot be said: no value could be looked for in them.");
        assertThat(verdict.honest()).isFalse();
        assertThat(verdict.dishonest()).isFalse();
        assertThat(verdict(0.8, NaN).sentence())
                .endsWith("The 95\u202f% intervals hold n/a: no value could be looked for in them.");
    }

    private static IntervalVerdict verdict(double coverage80, double coverage95) {
        return IntervalVerdict.of(new IntervalMetrics(coverage80, coverage95, 1, 1, 1, 1, 1, 1, 1));
    }
}
