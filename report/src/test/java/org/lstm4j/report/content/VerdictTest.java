package org.lstm4j.report.content;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.report.content.Verdict.Outcome;

class VerdictTest {

    private static final List<String> METHODS = List.of("LSTM", "naive", "seasonal naive", "drift");

    @Test
    void saysThatTheModelBeatsTheBestBaseline() {
        assertThat(verdict(METHODS, mase(0.75, 2, 1, 3))).isEqualTo(new Verdict(Outcome.BEATS,
                "LSTM beats seasonal naive: its MASE is 25\u202f% lower (0.7500 against 1)."
                        + " It also beats naive and drift."));
    }

    @Test
    void saysThatTheModelDoesNotBeatTheBestBaseline() {
        assertThat(verdict(METHODS, mase(1.5, 2, 1, 1.25))).isEqualTo(new Verdict(Outcome.DOES_NOT_BEAT,
                "LSTM does not beat seasonal naive: its MASE is 50\u202f% higher (1.500 against 1)."
                        + " Nor does it beat drift. It does beat naive."));
    }

    /// Seasonal naive is beaten, but nobody needs a model that naive is better than.
    @Test
    void doesNotBeatTheBaselinesWhenOneIsBetter() {
        assertThat(verdict(METHODS, mase(0.5, 0.4, 1, 1))).isEqualTo(new Verdict(Outcome.DOES_NOT_BEAT,
                "LSTM does not beat naive: its MASE is 25\u202f% higher (0.5000 against 0.4000)."
                        + " It does beat seasonal naive and drift."));
    }

    @Test
    void saysHowManyTimesAsHighAMuchHigherErrorIs() {
        assertThat(verdict(METHODS, mase(6, 3, 1.6, 2)).sentence())
                .contains("its MASE is 3.750 times as high (6 against 1.600)");
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
                "Whether LSTM beats the baselines cannot be said: neither MASE nor MAE is defined for it and one of them."));
        assertThat(verdict(METHODS, mase(1, NaN, NaN, NaN)).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict(List.of("LSTM"), mase(1)).sentence())
                .isEqualTo("There is no baseline to compare LSTM with.");
    }

    @Test
    void passesOverABaselineWithoutAValue() {
        assertThat(verdict(METHODS, mase(1, NaN, 2, 3)).sentence())
                .isEqualTo(
                        "LSTM beats seasonal naive: its MASE is 50\u202f% lower (1 against 2). It also beats drift.");
    }

    private static Score mase(double... byMethod) {
        return new Score("MASE", "", false, Values.of(byMethod), "");
    }

    private static Verdict verdict(List<String> methods, Score... scores) {
        return Verdict.of(new Evaluation(methods, List.of(scores), List.of(), List.of(), List.of()));
    }
}
