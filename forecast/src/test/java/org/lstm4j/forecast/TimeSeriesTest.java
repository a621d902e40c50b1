package org.lstm4j.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;

class TimeSeriesTest {

    private static final Timeline HOURS = Timeline.of(Instant.parse("2012-01-01T00:00:00Z").toEpochMilli(),
            Frequency.parse("h"), ZoneOffset.UTC);

    private final TimeSeries series = TimeSeries.of("Melbourne", HOURS, List.of("demand", "temperature"),
            new double[][]{{1, 2, Double.NaN, 4}, {10, 20, 30, 40}});

    @Test
    void holdsWhatItWasGiven() {
        assertThat(series.name()).isEqualTo("Melbourne");
        assertThat(series.steps()).isEqualTo(4);
        assertThat(series.columns()).containsExactly("demand", "temperature");
        assertThat(series.value(series.columnIndex("temperature"), 2)).isEqualTo(30);
        assertThat(series.column("demand")).containsExactly(1, 2, Double.NaN, 4);
    }

    @Test
    void neverChanges() {
        double[] given = {1, 2};
        TimeSeries one = TimeSeries.ofColumn(HOURS, "x", given);
        given[0] = 99;
        one.column("x")[1] = 99;
        one.withColumn("x", new double[]{7, 8});

        assertThat(one.column("x")).containsExactly(1, 2);
    }

    @Test
    void suggestsTheClosestColumn() {
        assertThatThrownBy(() -> series.column("demnd")).isInstanceOf(DataException.class)
                .hasMessageContaining("there is no column 'demnd'").hasMessageContaining("demand, temperature")
                .hasMessageContaining("did you mean 'demand'?");
    }

    @Test
    void sliceMovesTheTimelineAlong() {
        TimeSeries part = series.slice(1, 3);

        assertThat(part.steps()).isEqualTo(2);
        assertThat(part.column("temperature")).containsExactly(20, 30);
        assertThat(part.timeline().format(0)).isEqualTo("2012-01-01T01:00Z");
        assertThat(series.slice(4, 4).steps()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> series.slice(2, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> series.slice(3, 2));
    }

    @Test
    void addsReplacesAndSelectsColumns() {
        assertThat(series.withColumn("holiday", new double[]{0, 0, 1, 1}).columns())
                .containsExactly("demand", "temperature", "holiday");
        assertThat(series.withColumn("demand", new double[]{5, 6, 7, 8}).column("demand"))
                .containsExactly(5, 6, 7, 8);
        assertThat(series.select(List.of("temperature")).columns()).containsExactly("temperature");
        assertThatThrownBy(() -> series.select(List.of("wind"))).isInstanceOf(DataException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> series.select(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> series.withColumn("x", new double[3]));
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeries.of("", HOURS, List.of("a", "a"), new double[2][3]))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSeries.of("", HOURS, List.of("a", "b"), new double[][]{{1}, {1, 2}}))
                .withMessageContaining("'b' has 2 values where there are 1 steps");
        assertThatIllegalArgumentException().isThrownBy(() -> TimeSeries.of("", HOURS, List.of(), new double[0][]));
    }

    @Test
    void isEqualToASeriesOfTheSameBits() {
        TimeSeries same = series.slice(0, 4);

        assertThat(same).isEqualTo(series).hasSameHashCodeAs(series);
        assertThat(same).isNotEqualTo(series.withColumn("demand", new double[4]));
        assertThat(series).hasToString("series 'Melbourne': 4 steps of h from 2012-01-01T00:00Z to 2012-01-01T03:00Z,"
                + " columns [demand, temperature]");
    }

    @Test
    void categoriesGoWithTheirColumn() {
        TimeSeries kinds = series.withTexts("kind", List.of("b", "", "a", "b"));

        assertThat(kinds.categories("kind")).containsExactly("a", "b");
        assertThat(kinds.categories("demand")).isEmpty();
        assertThat(kinds.column("kind")).containsExactly(1, Double.NaN, 0, 1);
        assertThat(kinds.slice(1, 3).categories("kind")).containsExactly("a", "b");
        assertThat(kinds.select(List.of("kind", "demand")).categories("kind")).containsExactly("a", "b");
        assertThat(kinds).isNotEqualTo(series.withTexts("kind", List.of("c", "", "a", "c")));
        assertThatIllegalArgumentException().isThrownBy(() -> series.withCategories("temperature", List.of("a", "b")))
                .withMessage("column 'temperature' has the value 10.0, but its categories are the whole numbers from 0"
                        + " to 1");
    }
}
