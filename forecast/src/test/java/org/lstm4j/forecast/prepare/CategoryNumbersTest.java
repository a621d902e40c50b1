package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;

class CategoryNumbersTest {

    private static final CategoryColumn WIND = new CategoryColumn("wind", Role.PAST, List.of("NE", "NW", "SE"));

    @Test
    void aCategoryHasTheNumberOfTrainingWhateverItsPlaceInTheSeries() {
        TimeSeries other = series("").withColumn("wind", new double[]{1, 0, 1, Double.NaN})
                .withCategories("wind", List.of("SE", "NW"));

        assertThat(refusing(WIND).of(winds("", "NW", "SE", "NW", ""), 2)).containsExactly(2, 3, 2, 0, 0, 0);
        assertThat(refusing(WIND).of(other, 2)).as("the same, listed otherwise").containsExactly(2, 3, 2, 0, 0, 0);
    }

    @Test
    void aStaticCategoryStandsAtEveryStep() {
        CategoryColumn region = new CategoryColumn("wind", Role.STATIC, WIND.names());
        assertThat(refusing(region).of(winds("", "", "SE", "", ""), 2)).containsExactly(3, 3, 3, 3, 3, 3);
        assertThatThrownBy(() -> refusing(region).of(winds("Paris", "SE", "NW", "", ""), 2))
                .isInstanceOf(DataException.class)
                .hasMessage("the static column 'wind' changes within series 'Paris'; expected one value, 'SE' as at its"
                        + " start; received 'NW' at 2012-01-01T01:00Z; name it with --past or --future, or tell the"
                        + " series apart with --series");
    }

    @Test
    void aCategoryThatWasNotInTrainingIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> refusing(WIND).of(winds("Paris", "NE", "NWW", "SE", "SE"), 1))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'wind' of series 'Paris' has a category that the training part did not have;"
                        + " expected one of NE, NW, SE; received 'NWW' at 2012-01-01T01:00Z; did you mean 'NW'? correct"
                        + " the value, train with data that has it, or train with --unknown-category missing, which"
                        + " takes it as a missing value");
    }

    @Test
    void aCategoryThatWasNotInTrainingMayCountAsMissing() {
        assertThat(new CategoryNumbers(WIND, UnknownCategory.MISSING).of(winds("", "NE", "up", "SE", "SE"), 0))
                .containsExactly(1, 0, 3, 3);
    }

    @Test
    void numbersAreNoCategories() {
        assertThatThrownBy(() -> refusing(WIND).of(series("Paris").withColumn("wind", new double[]{1, 2, 0, 1}), 1))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "column 'wind' of series 'Paris' holds numbers; expected categories, as in training: NE, NW,"
                                + " SE; received numbers; read the column as categories");
    }

    @Test
    void aVectorHasHalfAsManyNumbersAsThereAreCategories() {
        assertThat(WIND.units()).isEqualTo(2);
        assertThat(WIND.vocabulary()).isEqualTo(4);
        List<String> many = java.util.stream.IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
        assertThat(new CategoryColumn("shop", Role.STATIC, many).units()).isEqualTo(50);
    }

    private static CategoryNumbers refusing(CategoryColumn column) {
        return new CategoryNumbers(column, UnknownCategory.REFUSE);
    }

    private static TimeSeries winds(String name, String... winds) {
        return series(name).withTexts("wind", List.of(winds));
    }

    private static TimeSeries series(String name) {
        Timeline hours = Timeline.of(1_325_376_000_000L, Frequency.parse("h"), ZoneOffset.UTC);
        return TimeSeries.of(name, hours, List.of("y"), new double[][]{{1, 2, 3, 4}});
    }
}
