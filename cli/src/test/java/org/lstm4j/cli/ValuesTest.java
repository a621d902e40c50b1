package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lstm4j.nn.loss.LogCosh;
import org.lstm4j.nn.loss.Quantile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

class ValuesTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(new Values.WholeNumber(), "1.5"),
                Arguments.of(new Values.Count(), "0"),
                Arguments.of(new Values.Count(), "auto"),
                Arguments.of(new Values.Count(), "99999999999"),
                Arguments.of(new Values.AutoCount(), "-1"),
                Arguments.of(new Values.AutoThreads(), "0"),
                Arguments.of(new Values.AutoThreads(), "100000"),
                Arguments.of(new Values.AutoCountOrZero(), "-1"),
                Arguments.of(new Values.AutoPositive(), "0"),
                Arguments.of(new Values.AutoPositive(), "NaN"),
                Arguments.of(new Values.AutoPositive(), "Infinity"),
                Arguments.of(new Values.AutoPositiveOrZero(), "-0.1"),
                Arguments.of(new Values.AutoShare(), "1"),
                Arguments.of(new Values.Part(), "1.0"),
                Arguments.of(new Values.Part(), "48.5"),
                Arguments.of(new Values.Part(), "-1"),
                Arguments.of(new Values.Part(), "99999999999"),
                Arguments.of(new Values.Part(), "NaN"),
                Arguments.of(new Values.ForecastLoss(), "hinge"),
                Arguments.of(new Values.ForecastLoss(), "quantile:x"),
                Arguments.of(new Values.TimeSpan(), "10"),
                Arguments.of(new Values.TimeSpan(), ""),
                Arguments.of(new Values.TimeSpan(), "0s"),
                Arguments.of(new Values.TimeSpan(), "5s10m"),
                Arguments.of(new Values.TimeSpan(), "-5m"),
                Arguments.of(new Values.OneCharacter(), ";;"),
                Arguments.of(new Values.OneCharacter(), ""),
                Arguments.of(new Values.Zone(), "Vienna"),
                Arguments.of(new Values.Encoding(), "latin one"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatAnOptionCannotHave(ITypeConverter<?> converter, String text) {
        assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class)
                .hasMessageMatching("(a|an|one) .*");
    }

    @Test
    void readsNumbers() {
        assertThat(new Values.WholeNumber().convert("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(new Values.Count().convert("1")).isOne();
        assertThat(new Values.AutoCountOrZero().convert("0")).isZero();
        assertThat(new Values.AutoPositive().convert("1e-3")).isEqualTo(0.001);
        assertThat(new Values.AutoPositiveOrZero().convert("0")).isZero();
        assertThat(new Values.Part().convert("0")).isZero();
        assertThat(new Values.Part().convert("0.25")).isEqualTo(0.25);
        assertThat(new Values.Part().convert("48")).isEqualTo(48);
        assertThat(new Values.AutoShare().convert("0.5")).isEqualTo(0.5);
    }

    @Test
    void readsTimeSpans() {
        assertThat(new Values.TimeSpan().convert("90s")).hasSeconds(90);
        assertThat(new Values.TimeSpan().convert("10m")).hasMinutes(10);
        assertThat(new Values.TimeSpan().convert("1h30m")).hasMinutes(90);
        assertThat(new Values.TimeSpan().convert("2h5s")).hasSeconds(7205);
    }

    @Test
    void readsLosses() {
        assertThat(new Values.ForecastLoss().convert("quantile:0.9")).isEqualTo(new Quantile(0.9));
        assertThat(new Values.ForecastLoss().convert("LOG_COSH")).isEqualTo(new LogCosh());
    }

    @Test
    void readsAutoAsNothing() {
        assertThat(new Values.ForecastLoss().convert("auto")).isNull();
        assertThat(new Values.AutoCount().convert("auto")).isNull();
        assertThat(new Values.AutoThreads().convert("auto")).isNull();
        assertThat(new Values.AutoCountOrZero().convert("auto")).isNull();
        assertThat(new Values.AutoPositive().convert("auto")).isNull();
        assertThat(new Values.AutoPositiveOrZero().convert("auto")).isNull();
        assertThat(new Values.AutoShare().convert("auto")).isNull();
    }

    @Test
    void readsCharactersZonesAndEncodings() {
        assertThat(new Values.OneCharacter().convert("tab")).isEqualTo('\t');
        assertThat(new Values.OneCharacter().convert(";")).isEqualTo(';');
        assertThat(new Values.Zone().convert("Europe/Vienna")).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(new Values.Encoding().convert("gb18030").name()).isEqualTo("GB18030");
    }
}
