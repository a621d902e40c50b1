package org.lstm4j.report.content;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.Verdict.Outcome;

class VerdictTest {

    private static final List<String> METHODS = List.of("LSTM", "naive", "seasonal naive", "drift");

    @Test
    void saysThatTheModelBeatsSeasonalNaive() {
        assertThat(verdict(METHODS, mase(0.75, 2, 1, 3))).isEqualTo(new Verdict(Outcome.BEATS,
                "LSTM beats seasonal naive: its MASE is 25\u202f% lower (0.7500 against 1)."
                        + " It also beats naive and drift."));
    }

    @Test
    void saysThatTheModelDoesNotBeatSeasonalNaive() {
        assertThat(verdict(METHODS, mase(1.5, 2, 1, 1.25))).isEqualTo(new Verdict(Outcome.DOES_NOT_BEAT,
                "LSTM does not beat seasonal naive: its MASE is 50\u202f% higher (1.500 against 1)."
                        + " Nor does it beat drift. It does beat naive."));
    }

    @Test
    void admitsWhenAnotherBaselineIsBetter() {
        assertThat(verdict(METHODS, mase(0.5, 0.25, 1, 1)).sentence())
                .endsWith("It also beats drift. But it does not beat naive.");
    }

    @Test
    void countsATieAsNotBeaten() {
        assertThat(verdict(METHODS, mase(1, 2, 1, 2)).outcome()).isEqualTo(Outcome.DOES_NOT_BEAT);
        assertThat(verdict(METHODS, mase(1, 2, 1, 2)).sentence()).contains("its MASE is the same (1 against 1)");
        assertThat(verdict(METHODS, mase(1, 2, 0, 2)).sentence()).contains("that one makes no error");
    }

    @Test
    void fallsBackToMaeWhereMaseIsUndefined() {
        Score mae = new Score("MAE", "MW", false, Values.of(3, 9, 6, 9), "");

        assertThat(verdict(METHODS, mae, mase(NaN, NaN, NaN, NaN)).sentence())
                .startsWith("LSTM beats seasonal naive: its MAE is 50\u202f% lower (3 against 6).");
    }

    @Test
    void saysSoWhenNothingCanBeSaid() {
        assertThat(verdict(METHODS, mase(NaN, 1, 1, 1))).isEqualTo(new Verdict(Outcome.UNDECIDED,
                "Whether LSTM beats seasonal naive cannot be said: neither MASE nor MAE is defined for both."));
        assertThat(verdict(List.of("LSTM"), mase(1)).sentence())
                .isEqualTo("There is no baseline to compare LSTM with.");
    }

    @Test
    void takesTheFirstBaselineWhereSeasonalNaiveIsMissing() {
        assertThat(verdict(List.of("LSTM", "ETS"), mase(1, 2)).sentence())
                .isEqualTo("LSTM beats ETS: its MASE is 50\u202f% lower (1 against 2).");
    }

    private static Score mase(double... byMethod) {
        return new Score("MASE", "", false, Values.of(byMethod), "");
    }

    private static Verdict verdict(List<String> methods, Score... scores) {
        return Verdict.of(new Evaluation(methods, List.of(scores), List.of(), List.of(), List.of()));
    }
}
