package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.significance.ComparisonMethod;
import org.lstm4j.forecast.significance.ComparisonOutcome;

class ProtocolResultTest {

    @Test
    void saysWhoWinsByHowMuchAndWhichBarIsReached() {
        ProtocolResult result = airline(20, 30);

        assertThat(result.beatsBestBaseline(result.deciding().orElseThrow())).contains(true);
        assertThat(new Verdict(result).sentence()).isEqualTo("the LSTM beats the best baseline, seasonal naive: its"
                + " RMSE is 20.000 against 30.000; too few to tell the LSTM from seasonal naive: 1 series on which they"
                + " differ, and at least 6 are needed; it reaches the realistic bar (RMSE 25.000), but not the"
                + " ambitious one (RMSE 18.600)");
    }

    @Test
    void saysWhenTheLstmIsWorse() {
        ProtocolResult result = airline(40, 30);

        assertThat(result.beatsBestBaseline(result.deciding().orElseThrow())).contains(false);
        assertThat(new Verdict(result).sentence()).startsWith("the LSTM does not beat the best baseline, seasonal"
                + " naive: its RMSE is 40.000 against 30.000; ").endsWith(
                        "; it does not reach the floor bar (RMSE 32.000)");
    }

    @Test
    void figuresHaveAsManyDecimalsAsTellThemApart() {
        assertThat(new Verdict(airline(20.0004, 20.0001)).sentence()).contains("is 20.0004 against 20.0001; ");
        assertThat(new Verdict(airline(20.000004, 20.000001)).sentence()).contains("is 20.000004 against 20.000001; ");
        assertThat(new Verdict(airline(20, 20)).sentence()).contains(" does not beat ", "is 20.000 against 20.000; ");
    }

    @Test
    void saysTheBestWhereTheLstmDidNotRun() {
        ProtocolResult result = new ProtocolResult(Protocols.named("airline"), 1, 1,
                List.of(method("naive", 100), method("theta", 30)), List.of(), List.of(), 0);

        assertThat(new Verdict(result).sentence())
                .isEqualTo("the LSTM did not run; the best of the baselines is theta: its RMSE is 30.000");
    }

    @Test
    void saysWhichMeasureOfABarTheLstmHasNot() {
        ProtocolResult result = new ProtocolResult(Protocols.named("ett1-h-short"), 7, 140, List.of(
                new MethodResult("lstm", MethodKind.LSTM, Map.of(Measure.MASE, 0.9), new double[]{1}, 0, 0, "")),
                List.of(), List.of(), 0);

        assertThat(new Verdict(result).sentence()).isEqualTo("it reaches the realistic bar (MASE 0.930, WQL 0.200) as"
                + " far as it is judged: it has no WQL, but not the ambitious one (MASE 0.860, WQL 0.180)");
    }

    @Test
    void manyOriginsAreComparedByDieboldAndMariano() {
        double[] ours = new double[200];
        double[] theirs = new double[200];
        Arrays.setAll(ours, origin -> 1 + 0.1 * StrictMath.sin(origin));
        Arrays.setAll(theirs, origin -> 1.5 + 0.1 * StrictMath.cos(3.0 * origin));
        ProtocolResult result = new ProtocolResult(MadeUp.everyStep(10, new SplitRule.Tenths()), 1, 200, List.of(
                new MethodResult("lstm", MethodKind.LSTM, Map.of(Measure.MSE, 1.0), ours, 0, 0, ""),
                new MethodResult("naive", MethodKind.BASELINE, Map.of(Measure.MSE, 1.5), theirs, 0, 0, "")), List.of(),
                List.of(), 0);

        assertThat(result.comparison(result.deciding().orElseThrow())).hasValueSatisfying(comparison -> {
            assertThat(comparison.outcome()).isEqualTo(ComparisonOutcome.TESTED);
            assertThat(comparison.differentials()).isEqualTo(200);
            assertThat(comparison.independent()).isEqualTo(20);
            assertThat(comparison.meanDifference()).isNegative();
        });
    }

    @Test
    void seriesWithOneWindowEachAreComparedBySignedRanks() {
        double[] ours = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] theirs = {1.1, 2.2, 3.3, 4.4, 5.5, 6.6, 7.7, 8.8};
        ProtocolResult result = new ProtocolResult(MadeUp.lastWindow(3, 1, Measure.MASE), 8, 8, List.of(
                new MethodResult("lstm", MethodKind.LSTM, Map.of(Measure.MASE, 4.5), ours, 0, 0, ""),
                new MethodResult("naive", MethodKind.BASELINE, Map.of(Measure.MASE, 5.0), theirs, 0, 0, "")), List.of(),
                List.of(), 0);

        assertThat(result.comparison(result.deciding().orElseThrow())).hasValueSatisfying(comparison -> {
            assertThat(comparison.method()).isEqualTo(ComparisonMethod.SIGNED_RANK_EXACT);
            assertThat(comparison.pValue()).isEqualTo(2 / 256.0); // all eight signs alike
        });
    }

    @Test
    void saysThatTheLstmFailed() {
        ProtocolResult result = new ProtocolResult(Protocols.named("airline"), 1, 1, List.of(method("theta", 30)),
                List.of(), List.of(new Failed("lstm", new IllegalStateException("no"))), 0);

        assertThat(new Verdict(result).sentence()).startsWith("the LSTM failed; the best of the baselines is theta");
    }

    /// The best of several on the test part is chosen by it: the LSTM of the defaults decides, whoever is best.
    @Test
    void theDefaultDecidesAndTheOthersHaveLinesOfTheirOwn() {
        ProtocolResult result = new ProtocolResult(Protocols.named("airline"), 1, 1, List.of(method("lstm", 40),
                method("esrnn", 20), method("blend", 31), method("theta", 30)), List.of(), List.of(), 0);
        AccuracyText text = new AccuracyText(result);

        assertThat(text.verdicts()).hasSize(3);
        assertThat(text.verdicts().get(0)).startsWith("the LSTM does not beat the best baseline, theta: its RMSE is"
                + " 40.000 against 30.000; too few to tell the LSTM from theta");
        assertThat(text.verdicts().get(1)).startsWith("esrnn beats the best baseline, theta: its RMSE is 20.000")
                .contains("too few to tell esrnn from theta", "it reaches the realistic bar");
        assertThat(text.verdicts().get(2)).startsWith("blend does not beat the best baseline, theta: its RMSE is 31");
        assertThat(text.computed()).extracting(List::getFirst)
                .containsExactly("computed here, best first", "> esrnn", "  theta", "> blend", "> lstm");
        assertThat(result.bestBaseline().orElseThrow().method()).isEqualTo("theta");
    }

    @Test
    void saysWhoIsLeftOutAndWhyALineForEachReason() {
        ProtocolResult result = new ProtocolResult(Protocols.named("airline"), 1, 1, List.of(), List.of(
                new LeftOut("ets", "slow"), new LeftOut("esrnn", "here is one"), new LeftOut("seasonal_naive", "slow")),
                List.of(), 0);

        assertThat(new AccuracyText(result).leftOut())
                .containsExactly("left out: ets, seasonal naive: slow", "left out: esrnn: here is one");
    }

    @Test
    void publishedRowsStandInOrderWithOursMarkedAmongThem() {
        List<List<String>> rows = new AccuracyText(airline(20, 30)).published();

        assertThat(rows).extracting(List::getFirst).containsExactly("published, best first", "  log-ARIMA", "> lstm",
                "  Holt-Winters", "  seasonal naive");
        assertThat(rows.getFirst()).containsExactly("published, best first", "RMSE", "source");
        assertThat(rows.get(1)).containsExactly("  log-ARIMA", "18.600", "closed form, measured");
        assertThat(rows.get(2)).endsWith("this run");
    }

    @Test
    void rowsWithoutTheMainMeasureAreOrderedByTheNext() {
        List<String> published = new ProtocolResult(Protocols.named("m4-hourly"), 1, 1, List.of(), List.of(), List.of(),
                0)
                .published().stream().map(PublishedRow::method).toList();

        assertThat(published).startsWith("Doornik", "ES-RNN (Smyl)", "FFORMA").endsWith("DeepAR (GIFT-Eval)")
                .containsSubsequence("Comb", "TiRex (GIFT-Eval)", "Chronos-2 (GIFT-Eval)");
    }

    private static ProtocolResult airline(double ours, double naive) {
        return new ProtocolResult(Protocols.named("airline"), 1, 1,
                List.of(method("lstm", ours), method("naive", 100), method("seasonal_naive", naive)), List.of(),
                List.of(), 0);
    }

    private static MethodResult method(String name, double rmse) {
        MethodKind kind = name.matches("lstm|esrnn|blend") ? MethodKind.LSTM : MethodKind.BASELINE;
        return new MethodResult(name, kind, Map.of(Measure.RMSE, rmse), new double[]{rmse}, 0, 0, "");
    }
}
