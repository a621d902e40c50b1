package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutlierRuleTest {

    @Test
    void boundsAreTheMedianAndAMultipleOfTheMad() {
        // median 3; absolute deviations 2, 1, 0, 1, 97; their median 1
        OutlierRule rule = OutlierRule.of(new double[]{1, 2, 3, 4, Double.NaN, 100});

        assertThat(rule.lowest()).isCloseTo(3 - 14.826, within(1e-12));
        assertThat(rule.highest()).isCloseTo(3 + 14.826, within(1e-12));
        assertThat(rule.isUnusual(100)).isTrue();
        assertThat(rule.isUnusual(17)).isFalse();
        assertThat(rule.isUnusual(Double.NaN)).isFalse();
    }

    @Test
    void appliesToNoColumnThatIsMostlyOneValueOrTooShort() {
        assertThat(OutlierRule.of(new double[]{0, 0, 0, 0, 1}).isUnusual(1)).isFalse();
        assertThat(OutlierRule.of(new double[]{0, 1e9}).isUnusual(1e9)).isFalse();
    }
}
