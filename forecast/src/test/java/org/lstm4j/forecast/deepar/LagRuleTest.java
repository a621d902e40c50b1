package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.Frequency;

class LagRuleTest {

    @Test
    void readsTheLastValuesAndThoseASeasonBefore() {
        assertThat(lags("h")).containsExactly(1, 2, 3, 4, 5, 6, 7, 23, 24, 25, 47, 48, 49, 167, 168, 169);
        assertThat(lags("30min")).contains(47, 48, 49, 95, 96, 97, 335, 336, 337).doesNotContain(24);
        assertThat(lags("D")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 363, 364, 365);
        assertThat(lags("7D")).containsExactly(1, 2, 3, 4, 5, 6, 7, 51, 52, 53, 103, 104, 105);
        assertThat(lags("M")).containsExactly(1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 23, 24, 25);
        assertThat(lags("Q")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(lags("Y")).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(lags("step")).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void theContextIsAtLeastASeason() {
        assertThat(DeepArSettings.of(Frequency.parse("h"), 6, new GaussianLikelihood()).context()).isEqualTo(24);
        assertThat(DeepArSettings.of(Frequency.parse("h"), 48, new GaussianLikelihood()).context()).isEqualTo(48);
    }

    @Test
    void noStepReadsItsOwnValue() {
        DeepArSettings settings = DeepArSettings.of(Frequency.parse("h"), 6, new GaussianLikelihood());
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withLags(List.of(0, 1)))
                .withMessage("lags must be at least 1 and ascend, but are [0, 1]; a lag of 1 is the value before");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withLags(List.of(2, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withLags(List.of()))
                .withMessageContaining("at least one lag");
    }

    private static List<Integer> lags(String frequency) {
        return LagRule.of(Frequency.parse(frequency));
    }
}
