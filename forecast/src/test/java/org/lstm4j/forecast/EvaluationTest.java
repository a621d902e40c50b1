package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.metrics.PointMetrics;

class EvaluationTest {

    private static final double NAN = Double.NaN;

    @Test
    void comparesWithTheBestBaselineByMase() {
        Evaluation better = evaluation(mase(0.7), mase(2), mase(1));
        Evaluation worse = evaluation(mase(1.5), mase(2), mase(1));

        assertThat(better.beatsBaselines()).isTrue();
        assertThat(better.verdict()).isEqualTo(
                "the LSTM beats every baseline: its MASE is 0.70 times that of second, the best of them");
        assertThat(worse.beatsBaselines()).isFalse();
        assertThat(worse.verdict()).isEqualTo(
                "the LSTM does not beat every baseline: its MASE is 1.50 times that of second, the best of them");
    }

    /// `1.00 times` would leave open who is ahead.
    @Test
    void saysWhoIsAheadWhereTwoDecimalsDoNot() {
        assertThat(evaluation(mase(0.998), mase(2), mase(1)).verdict()).isEqualTo(
                "the LSTM beats every baseline: its MASE is less than half a percent below that of second, the best of them");
        assertThat(evaluation(mase(1.002), mase(2), mase(1)).verdict())
                .endsWith("its MASE is less than half a percent above that of second, the best of them");
        assertThat(evaluation(mase(0.994), mase(2), mase(1)).verdict()).contains("0.99 times");
    }

    @Test
    void aTieIsNoVictory() {
        Evaluation tie = evaluation(mase(1), mase(1), mase(2));

        assertThat(tie.beatsBaselines()).isFalse();
        assertThat(tie.verdict()).isEqualTo(
                "the LSTM does not beat every baseline: its MASE is the same as that of first, the best of them");
    }

    @Test
    void comparesByMaeWhereMaseIsUndefined() {
        assertThat(evaluation(mae(3), mae(6), mae(12)).verdict())
                .contains("its mean absolute error is 0.50 times that of first");
        assertThat(evaluation(mae(3), mae(0), mae(12)).verdict()).endsWith("first, the best of them, makes no error");
        assertThat(evaluation(mae(0), mae(0), mae(12)).verdict())
                .endsWith("first, the best of them, makes no error either");
    }

    @Test
    void findsNoWinnerWhereAnErrorIsUndefined() {
        assertThat(evaluation(mae(NAN), mae(NAN), mae(NAN)).beatsBaselines()).isFalse();
        assertThat(evaluation(mae(NAN), mae(1), mae(2)).verdict()).isEqualTo(
                "the LSTM does not beat every baseline: its mean absolute error is undefined");
    }

    @Test
    void writesALargeRatioWithoutDecimals() {
        assertThat(evaluation(mase(1_247_264.3), mase(1), mase(2)).verdict())
                .contains("is 1247264 times that of first");
    }

    @Test
    void isNotChangedThroughTheMapItWasMadeFrom() {
        Map<String, PointMetrics> baselines = new LinkedHashMap<>(Map.of("first", mase(1)));
        Evaluation evaluation = new Evaluation(mase(0.5), List.of(), baselines, Map.of(), 1, List.of());
        baselines.clear();

        assertThat(evaluation.baselines()).containsOnlyKeys("first");
    }

    private static Evaluation evaluation(PointMetrics model, PointMetrics first, PointMetrics second) {
        Map<String, PointMetrics> baselines = new LinkedHashMap<>();
        baselines.put("first", first);
        baselines.put("second", second);
        return new Evaluation(model, List.of(), baselines, Map.of(), 1, List.of());
    }

    private static PointMetrics mase(double mase) {
        return new PointMetrics(1, 1, 1, 1, 1, mase, 1);
    }

    private static PointMetrics mae(double mae) {
        return new PointMetrics(1, mae, 1, 1, 1, NAN, 1);
    }
}
