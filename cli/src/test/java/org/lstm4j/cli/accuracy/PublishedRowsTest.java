package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRowsTest {

    static Stream<Protocol> protocols() {
        return Protocols.all().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"published.csv", "bars.csv"})
    void everyLineBelongsToAProtocolAndOneOfItsMeasures(String file) {
        List<List<String>> lines = FigureFile.read(file, file.startsWith("p") ? 6 : 4);

        assertThat(lines).hasSizeGreaterThan(60).doesNotHaveDuplicates().allSatisfy(line -> assertThat(
                Protocols.named(line.getFirst()).measures()).contains(Measure.of(line.get(2))));
    }

    @Test
    void rowsHaveTheirMeasuresSourceAndStatus() {
        PublishedRow smyl = PublishedRows.of(Protocols.named("m4-hourly")).getFirst();

        assertThat(smyl.method()).isEqualTo("ES-RNN (Smyl)");
        assertThat(smyl.measures()).isEqualTo(Map.of(Measure.SMAPE, 9.328, Measure.MASE, 0.893, Measure.OWA, 0.440));
        assertThat(smyl.source()).isEqualTo("M4-methods Evaluation and Ranks");
        assertThat(smyl.status()).isEqualTo(PublishedRow.Status.READ);
        assertThat(smyl.value(Measure.WQL)).isNaN();
    }

    @Test
    void figuresFromMemorySaySo() {
        assertThat(PublishedRows.of(Protocols.named("etth1-96"))).filteredOn(row -> row.method().startsWith("xLSTM"))
                .hasSize(2).allMatch(row -> row.status() == PublishedRow.Status.RECALLED);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void eachBarIsHigherThanTheOneBefore(Protocol protocol) {
        List<Bar> bars = PublishedRows.bars(protocol);

        assertThat(bars).isNotEmpty();
        assertThat(List.of("floor", "realistic", "ambitious")).containsSubsequence(
                bars.stream().map(Bar::name).toList());
        for (int index = 1; index < bars.size(); index++) {
            Bar lower = bars.get(index - 1);
            bars.get(index).measures().forEach((measure, value) -> assertThat(value)
                    .isLessThan(lower.measures().getOrDefault(measure, Double.NaN)));
        }
    }

    @Test
    void aFloorMustBeBeatenAndOtherBarsReached() {
        MethodResult result = result(Map.of(Measure.MSE, 0.5, Measure.MAE, 0.4));

        assertThat(new Bar("floor", Map.of(Measure.MSE, 0.5)).isReachedBy(result)).isFalse();
        assertThat(new Bar("realistic", Map.of(Measure.MSE, 0.5)).isReachedBy(result)).isTrue();
        assertThat(new Bar("realistic", Map.of(Measure.MSE, 0.5, Measure.MAE, 0.3)).isReachedBy(result)).isFalse();
        assertThat(new Bar("realistic", Map.of(Measure.WQL, 0.5)).isReachedBy(result)).isFalse();
    }

    private static MethodResult result(Map<Measure, Double> measures) {
        return new MethodResult("lstm", MethodKind.LSTM, measures, new double[0], 0, 0, "");
    }
}
