package org.lstm4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {

    @Test
    void sharesThatAreComparedHaveATenth() {
        assertThat(NumberText.tenths(78.34)).isEqualTo("78.3\u202f%");
        assertThat(NumberText.tenths(80)).isEqualTo("80.0\u202f%");
        assertThat(NumberText.tenths(100)).isEqualTo("100.0\u202f%");
        assertThat(NumberText.tenths(Double.NaN)).isEqualTo("n/a");
    }

    @Test
    void showsFourSignificantDigitsOrEveryWholeOne() {
        assertThat(NumberText.of(1.19349)).isEqualTo("1.193");
        assertThat(NumberText.of(0.0123456)).isEqualTo("0.01235");
        assertThat(NumberText.of(78.8)).isEqualTo("78.80");
        assertThat(NumberText.of(12345.678)).isEqualTo("12,346");
        assertThat(NumberText.of(1234567.0)).isEqualTo("1,234,567");
        assertThat(NumberText.of(-1234.5)).isEqualTo("−1,234");
        assertThat(NumberText.of(-123.47)).isEqualTo("−123.5");
        assertThat(NumberText.of(9999.96)).isEqualTo("10,000");
    }

    @Test
    void showsWholeNumbersWithoutDecimals() {
        assertThat(NumberText.of(977.0)).isEqualTo("977");
        assertThat(NumberText.of(0.0)).isEqualTo("0");
        assertThat(NumberText.of(-0.0)).isEqualTo("0");
        assertThat(NumberText.of(17379L)).isEqualTo("17,379");
    }

    @Test
    void writesVeryLargeAndVerySmallNumbersWithAnExponent() {
        assertThat(NumberText.of(1.5e12)).isEqualTo("1.5e12");
        assertThat(NumberText.of(-1.23456e-7)).isEqualTo("−1.235e−7");
    }

    @Test
    void namesWhatIsNoNumber() {
        assertThat(NumberText.of(Double.NaN)).isEqualTo("n/a");
        assertThat(NumberText.of(Double.NaN, "MW")).isEqualTo("n/a");
        assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @Test
    void addsUnitsNounsAndPercent() {
        assertThat(NumberText.of(59.39, "MW")).isEqualTo("59.39\u202fMW");
        assertThat(NumberText.of(59.39, "")).isEqualTo("59.39");
        assertThat(NumberText.count(1, "step")).isEqualTo("1 step");
        assertThat(NumberText.count(1677, "step")).isEqualTo("1,677 steps");
        assertThat(NumberText.percent(24.6)).isEqualTo("25\u202f%");
        assertThat(NumberText.percent(4.16)).isEqualTo("4.2\u202f%");
        assertThat(NumberText.percent(0.03)).isEqualTo("less than 0.1\u202f%");
        assertThat(NumberText.percent(0)).isEqualTo("0\u202f%");
        assertThat(NumberText.percent(1234)).isEqualTo("1,234\u202f%");
    }
}
