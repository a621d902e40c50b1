package org.lstm4j.forecast.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.UnknownCategory;
import org.lstm4j.json.Json;

/// Rows that carry categories.
class StreamCategoriesTest {

    private static final int HORIZON = CategoryStreams.HORIZON;
    private static final TimeSeries NORTH = CategoryStreams.hours("a", 150, "north");
    private static final TimeSeries SOUTH = CategoryStreams.hours("b", 150, "south");
    private static final StreamSettings SETTINGS = StreamSettings.standard().withZone(Streams.ZONE);
    private static final Forecaster STRICT = trained(Architecture.DIRECT, UnknownCategory.REFUSE);
    private static final Forecaster LENIENT = trained(Architecture.DIRECT, UnknownCategory.MISSING);

    /// Past, future and static ones; over gaps, and long after the static one was said.
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void forecastWhatTheWholeSeriesDoes(Architecture architecture) {
        Forecaster forecaster = architecture == Architecture.DIRECT
                ? STRICT
                : trained(architecture, UnknownCategory.REFUSE);
        assertThat(forecaster.schema().categories()).hasSize(3);
        StreamingForecaster stream = stream(forecaster);
        TimeSeries holes = without(SOUTH, 80, 84, 100, 125);
        for (int step = 0; step + HORIZON < SOUTH.steps(); step++) {
            if ((step >= 80 && step < 84) || (step >= 100 && step < 125)) {
                continue;
            }
            CategoryStreams.push(stream, "b", SOUTH, step);
            CategoryStreams.push(stream, "a", NORTH, step);
            CategoryStreams.announce(stream, "b", SOUTH, step);
            if (step >= 8) {
                assertThat(stream.forecast("b", HORIZON)).as("step %s", step)
                        .isEqualTo(CategoryStreams.whole(forecaster, holes, step + 1, HORIZON));
            }
        }
    }

    /// A segment network reads static categories without vectors of their own.
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void aStaticCategoryAloneIsRememberedForever(Architecture architecture) {
        Forecaster forecaster = Streams.trained(CategoryStreams.region(architecture), NORTH, SOUTH);
        StreamingForecaster stream = stream(forecaster);
        for (int step = 0; step < 100; step++) {
            stream.push("b", CategoryStreams.time(step), CategoryStreams.numbers(SOUTH, step),
                    List.of(CategoryStreams.text(SOUTH, "region", step)));
            for (int ahead = 1; ahead <= HORIZON; ahead++) {
                stream.announce("b", CategoryStreams.time(step + ahead), SOUTH.value(2, step + ahead));
            }
            if (step >= 8) {
                assertThat(stream.forecast("b", HORIZON))
                        .isEqualTo(CategoryStreams.whole(forecaster, SOUTH, step + 1, HORIZON));
            }
        }
    }

    @Test
    void compareARowWithItsForecastFromTheRowsBefore() {
        StreamingForecaster stream = stream(STRICT);
        for (int step = 0; step < 70; step++) {
            List<StepResidual> residuals = stream.observe("a", CategoryStreams.time(step),
                    CategoryStreams.numbers(NORTH, step), CategoryStreams.categories(NORTH, step));
            if (step < 8) {
                assertThat(residuals).isEmpty();
                continue;
            }
            double foretold = CategoryStreams.whole(STRICT, NORTH, step, 1).getFirst().mean().getFirst();
            assertThat(residuals).containsExactly(new StepResidual("load", foretold, NORTH.value(0, step)));
        }
    }

    @Test
    void goOnWithTheSameNumbersFromTheState() {
        StreamingForecaster unbroken = stream(STRICT);
        StreamingForecaster resumed = stream(STRICT);
        for (int step = 0; step < 80; step++) {
            for (StreamingForecaster stream : List.of(unbroken, resumed)) {
                CategoryStreams.push(stream, "a", NORTH, step);
                CategoryStreams.announce(stream, "a", NORTH, step);
            }
            resumed = StreamingForecaster.fromJson(Json.parse(Json.write(resumed.toJson())).asObject(), STRICT,
                    Compute.shared());
            if (step >= 8) {
                assertThat(resumed.forecast("a", HORIZON)).isEqualTo(unbroken.forecast("a", HORIZON));
            }
        }
        assertThat(resumed.toJson()).isEqualTo(unbroken.toJson());
    }

    @Test
    void areForgottenWithTheirKey() {
        StreamingForecaster stream = new StreamingForecaster(STRICT, SETTINGS.withMostKeys(1), Compute.shared());
        for (int step = 0; step < 20; step++) {
            CategoryStreams.push(stream, "a", NORTH, step);
        }
        CategoryStreams.push(stream, "b", SOUTH, 0);
        assertThat(stream.keys()).containsExactly("b");
        for (int step = 20; step < 32; step++) {
            CategoryStreams.push(stream, "a", NORTH, step);
            CategoryStreams.announce(stream, "a", NORTH, step);
        }
        TimeSeries later = NORTH.slice(20, 50); // its region is not said again
        assertThat(stream.forecast("a", HORIZON).getFirst().mean())
                .isEqualTo(CategoryStreams.whole(STRICT, later, 12, HORIZON).getFirst().mean())
                .isNotEqualTo(CategoryStreams.whole(STRICT, NORTH, 32, HORIZON).getFirst().mean());
    }

    @Test
    void aCategoryThatWasNotInTrainingIsRefusedBeforeAnythingIsKept() {
        StreamingForecaster stream = new StreamingForecaster(STRICT,
                SETTINGS.withMostKeys(2).withNewKeys(NewKeys.SCALE_BY_MEMORY), Compute.shared());
        CategoryStreams.push(stream, "a", NORTH, 0);
        CategoryStreams.push(stream, "b", SOUTH, 0);
        String before = Json.write(stream.toJson());
        double[] numbers = CategoryStreams.numbers(NORTH, 1);
        assertThatThrownBy(() -> stream.push("a", CategoryStreams.time(1), numbers, List.of("north", "fairy", "north")))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'kind' of key 'a' has a category that the training part did not have; expected one"
                        + " of fair, plain, sale; received 'fairy'; did you mean 'fair'? correct the value, train with"
                        + " data that has it, or train with --unknown-category missing, which takes it as a missing"
                        + " value");
        assertThatThrownBy(() -> stream.observe("a", CategoryStreams.time(1), numbers, List.of("east", "", "")))
                .isInstanceOf(DataException.class).hasMessageStartingWith("column 'wind' of key 'a' has a category");
        assertThatThrownBy(() -> stream.announce("a", CategoryStreams.time(1), new double[]{0}, List.of("other")))
                .isInstanceOf(DataException.class).hasMessageStartingWith("column 'kind' of key 'a' has a category");
        assertThat(Json.write(stream.toJson())).isEqualTo(before);
        CategoryStreams.push(stream, "c", SOUTH, 0);
        assertThat(stream.keys()).as("a was used least recently").containsExactly("b", "c");
    }

    /// One ahead counts as known, as in the whole series.
    @Test
    void aCategoryThatWasNotInTrainingMayCountAsMissing() {
        TimeSeries strange = NORTH;
        for (String column : List.of("wind", "kind")) {
            List<String> names = new ArrayList<>(NORTH.categories(column));
            names.add("strange");
            double[] places = NORTH.column(column);
            for (int step = 20; step < 40; step += 2) {
                places[step] = names.size() - 1;
            }
            strange = strange.withColumn(column, places).withCategories(column, names);
        }
        StreamingForecaster stream = stream(LENIENT);
        for (int step = 0; step < 60; step++) {
            CategoryStreams.push(stream, "a", strange, step);
            CategoryStreams.announce(stream, "a", strange, step);
            stream = StreamingForecaster.fromJson(stream.toJson(), LENIENT, Compute.shared());
            if (step >= 8) {
                assertThat(stream.forecast("a", HORIZON))
                        .isEqualTo(CategoryStreams.whole(LENIENT, strange, step + 1, HORIZON));
            }
        }
    }

    /// What was announced stays where the row is silent; what was not announced is asked for.
    @Test
    void categoriesAheadAreAnnounced() {
        StreamingForecaster stream = stream(STRICT);
        for (int step = 0; step < 20; step++) {
            CategoryStreams.push(stream, "a", NORTH, step);
        }
        stream.announce("a", CategoryStreams.time(20), new double[]{0}, List.of(""));
        assertThatThrownBy(() -> stream.forecast("a", 1)).isInstanceOf(DataException.class)
                .hasMessageStartingWith("the future column 'kind' of key 'a' is not known for all of the horizon");
        CategoryStreams.announce(stream, "a", NORTH, 19);
        stream.push("a", CategoryStreams.time(20), CategoryStreams.numbers(NORTH, 20),
                List.of(CategoryStreams.text(NORTH, "wind", 20), "", ""));
        CategoryStreams.announce(stream, "a", NORTH, 20);
        assertThat(stream.forecast("a", HORIZON)).isEqualTo(CategoryStreams.whole(STRICT, NORTH, 21, HORIZON));
    }

    /// As static numbers do.
    @Test
    void aStaticCategoryThatChangesIsAnErrorOfTheForecast() {
        StreamingForecaster stream = stream(STRICT);
        for (int step = 0; step < 12; step++) {
            CategoryStreams.push(stream, "a", NORTH, step);
        }
        stream.push("a", CategoryStreams.time(12), CategoryStreams.numbers(NORTH, 12), List.of("", "", "south"));
        CategoryStreams.announce(stream, "a", NORTH, 12);
        assertThatThrownBy(() -> stream.forecast("a", HORIZON)).isInstanceOf(DataException.class)
                .hasMessageStartingWith("the static column 'region' changes within series 'a'; expected one value,"
                        + " 'north' as at its start; received 'south' at ");
    }

    @Test
    void rowsHaveACategoryForEachColumn() {
        StreamingForecaster stream = stream(STRICT);
        assertThatThrownBy(() -> stream.push("a", 0, 1, 2, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model reads the categories [wind, kind, region], but a row of key 'a' has 0 of them;"
                        + " give one for each, an empty text where it is missing");
        assertThatThrownBy(() -> stream.announce("a", 0, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model reads the future categories [kind], but 0 were announced for key 'a'; give one"
                        + " for each, an empty text where it is missing");
        assertThat(stream.keys()).isEmpty();
        assertThatThrownBy(() -> stream(Streams.trained(Streams.settings(Architecture.DIRECT), NORTH)).push("a", 0,
                new double[]{1, 2, 3}, List.of("west"))).hasMessageStartingWith("the model reads the categories []");
    }

    @Test
    void aSavedCategoryIsOneThatThereIs() {
        StreamingForecaster stream = stream(STRICT);
        CategoryStreams.push(stream, "a", NORTH, 0);
        String state = Json.write(stream.toJson());
        for (String wrong : List.of("4.0", "0.5", "-1.0")) {
            String broken = state.replace(",1.0]],\"intervals\"", "," + wrong + "]],\"intervals\"");
            assertThat(broken).isNotEqualTo(state);
            assertThatThrownBy(() -> StreamingForecaster.fromJson(Json.parse(broken).asObject(), STRICT,
                    Compute.shared())).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("column 'region' has the saved category");
        }
    }

    private static Forecaster trained(Architecture architecture, UnknownCategory unknown) {
        return Streams.trained(CategoryStreams.everything(architecture, unknown), NORTH, SOUTH);
    }

    private static StreamingForecaster stream(Forecaster forecaster) {
        return new StreamingForecaster(forecaster, SETTINGS, Compute.shared());
    }

    /// The series without rows in spans of steps, but for what was announced before.
    private static TimeSeries without(TimeSeries series, int... spans) {
        TimeSeries holes = series;
        for (String column : series.columns()) {
            double[] values = series.column(column);
            int announced = column.equals("holiday") || column.equals("kind") ? HORIZON : 0;
            for (int span = 0; span < spans.length; span += 2) {
                int from = Math.min(spans[span] + announced, spans[span + 1]);
                Arrays.fill(values, from, spans[span + 1], Double.NaN);
            }
            holes = holes.withColumn(column, values);
        }
        return holes;
    }
}
