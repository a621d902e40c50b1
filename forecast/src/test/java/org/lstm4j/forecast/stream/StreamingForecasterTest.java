package org.lstm4j.forecast.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Architecture;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.json.Json;

class StreamingForecasterTest {

    private static final int HOURS = 300;
    private static final int HORIZON = 3;
    private static final TimeSeries SERIES = Streams.hours("", HOURS + HORIZON, true);
    private static final Forecaster FORECASTER = Streams.trained(Streams.settings(Architecture.DIRECT), SERIES);
    private static final StreamSettings SETTINGS = StreamSettings.standard().withZone(Streams.ZONE);

    /// Over gaps, before the lookback is full, and over the night on which the clocks change.
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void forecastsWhatTheWholeSeriesDoes(Architecture architecture) {
        Forecaster forecaster = Streams.trained(Streams.settings(architecture), SERIES);
        StreamingForecaster stream = stream(forecaster);
        int compared = 0;
        for (int step = 0; step < HOURS; step++) {
            push(stream, "", SERIES, step);
            for (int ahead = 1; ahead <= HORIZON; ahead++) {
                stream.announce("", time(step + ahead), SERIES.value(2, step + ahead));
            }
            if (step + 1 >= forecaster.form().leastHistory()) {
                assertThat(stream.forecast("", HORIZON)).isEqualTo(whole(forecaster, SERIES, step + 1));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(HOURS - 7);
    }

    /// Where the latest row has a target, as [Forecaster#forecast] says it; else at the same origin.
    private static List<Forecast> whole(Forecaster forecaster, TimeSeries series, int origin) {
        TimeSeries known = Streams.knownAt(series, origin, HORIZON);
        List<Forecast> there = forecaster.forecastAt(forecaster.prepare(known), origin, HORIZON, Compute.shared());
        if (!Double.isNaN(series.value(0, origin - 1))) {
            assertThat(forecaster.forecast(known, HORIZON, Compute.shared())).isEqualTo(there);
        }
        return there;
    }

    /// A model that pads short histories, of two series of which one is short.
    @Test
    void padsShortHistoriesAsTheWholeSeriesIs() {
        TimeSeries one = Streams.hours("long", 200, true);
        TimeSeries two = Streams.hours("longer", 260, true);
        TimeSeries brief = Streams.hours("brief", 12, false);
        Forecaster forecaster = Streams.trained(Streams.settings(Architecture.SEGMENT), one, two, brief);
        assertThat(forecaster.form().leastHistory()).isLessThan(8);
        StreamingForecaster stream = stream(forecaster);
        for (int step = 0; step + HORIZON < brief.steps(); step++) {
            push(stream, "brief", brief, step);
            push(stream, "longer", two, step);
            for (int ahead = 1; ahead <= HORIZON; ahead++) {
                stream.announce("brief", time(step + ahead), brief.value(2, step + ahead));
            }
            if (step + 1 >= forecaster.form().leastHistory()) {
                assertThat(stream.forecast("brief", HORIZON)).isEqualTo(whole(forecaster, brief, step + 1));
            }
        }
    }

    @Test
    void takesMissingRowsForMissingValues() {
        StreamingForecaster stream = stream(FORECASTER);
        TimeSeries holes = Streams.without(SERIES, HORIZON, 100, 104, 130, 190);
        for (int step = 0; step < 200; step++) {
            if (step < 100 || (step >= 104 && step < 130) || step >= 190) {
                RowOutcome outcome = push(stream, "", SERIES, step);
                assertThat(outcome).isEqualTo(step == 0
                        ? RowOutcome.FIRST
                        : step == 104 || step == 190 ? RowOutcome.AFTER_GAP : RowOutcome.NEXT);
                if (step >= 8) {
                    announce(stream, step);
                    assertThat(stream.forecast("", HORIZON)).isEqualTo(whole(FORECASTER, holes, step + 1));
                }
            }
        }
    }

    @Test
    void comparesEachRowWithItsForecastFromTheRowsBefore() {
        StreamingForecaster stream = stream(FORECASTER);
        for (int step = 0; step < 60; step++) {
            List<StepResidual> residuals = stream.observe("", time(step), Streams.row(SERIES, step));
            if (step < 8) {
                assertThat(residuals).isEmpty();
                continue;
            }
            TimeSeries known = Streams.knownAt(SERIES, step, 1);
            double foretold = FORECASTER.forecastAt(FORECASTER.prepare(known), step, 1, Compute.shared())
                    .getFirst().mean().getFirst();
            assertThat(residuals).containsExactly(new StepResidual("load", foretold, SERIES.value(0, step)));
        }
        assertThat(new StepResidual("load", 3, 5).residual()).isEqualTo(2);
        assertThat(new StepResidual("load", 3, Double.NaN).residual()).isNaN();
    }

    @Test
    void doesNotSeeARowBeforeItIsForecast() {
        StreamingForecaster one = stream(FORECASTER);
        StreamingForecaster other = stream(FORECASTER);
        for (int step = 0; step < 20; step++) {
            push(one, "", SERIES, step);
            push(other, "", SERIES, step);
        }
        double foretold = one.observe("", time(20), 90, 10, 1).getFirst().forecast();
        assertThat(other.observe("", time(20), 5000, -10, 1).getFirst().forecast()).isEqualTo(foretold);
        assertThat(stream(FORECASTER).observe("", time(20), 1, 2, 3)).isEmpty();
    }

    @Test
    void goesOnWithTheSameNumbersFromItsState() {
        StreamingForecaster unbroken = stream(FORECASTER);
        StreamingForecaster resumed = stream(FORECASTER);
        for (int step = 0; step < 90; step++) {
            push(unbroken, "", SERIES, step);
            push(resumed, "", SERIES, step);
            announce(unbroken, step);
            announce(resumed, step);
            resumed = StreamingForecaster.fromJson(Json.parse(Json.write(resumed.toJson())).asObject(), FORECASTER,
                    Compute.shared());
            if (step >= 8) {
                assertThat(resumed.forecast("", HORIZON)).isEqualTo(unbroken.forecast("", HORIZON));
            }
        }
        assertThat(resumed.toJson()).isEqualTo(unbroken.toJson());
    }

    @Test
    void keepsAsMuchAfterALongStreamAsAfterAShortOne() {
        StreamingForecaster stream = stream(FORECASTER);
        for (int step = 0; step < 50; step++) {
            push(stream, "", SERIES, step);
        }
        int early = rowsKept(stream);
        for (int step = 50; step < 300; step++) {
            push(stream, "", SERIES, step);
        }
        assertThat(rowsKept(stream)).isEqualTo(early).isEqualTo(8);
        // a gap of two centuries takes no longer than one of a day
        push(stream, "", SERIES, 300);
        stream.push("", time(2_000_000), 100, 10, 0);
        assertThat(rowsKept(stream)).isEqualTo(8);
    }

    private static int rowsKept(StreamingForecaster stream) {
        return stream.toJson().require("keys").asList().getFirst().asObject().require("rows").asList().size();
    }

    @Test
    void forgetsTheKeyUsedLeastRecently() {
        StreamingForecaster stream = new StreamingForecaster(FORECASTER, SETTINGS.withMostKeys(2), Compute.shared());
        push(stream, "a", SERIES, 0);
        push(stream, "b", SERIES, 0);
        push(stream, "a", SERIES, 1);
        push(stream, "c", SERIES, 0);
        assertThat(stream.keys()).containsExactly("a", "c");
        assertThatThrownBy(() -> stream.forecast("b", 1)).isInstanceOf(DataException.class).hasMessageStartingWith(
                "there is no row of key 'b'; ").hasMessageEndingWith(
                        "push its rows first; of more than 2 keys the one used least recently is forgotten");
        StreamingForecaster resumed = StreamingForecaster.fromJson(stream.toJson(), FORECASTER, Compute.shared());
        push(resumed, "d", SERIES, 0);
        assertThat(resumed.keys()).containsExactly("c", "d");
    }

    @Test
    void refusesAKeyTooManyWhereToldTo() {
        StreamingForecaster stream = new StreamingForecaster(FORECASTER,
                SETTINGS.withMostKeys(1).withFull(FullStream.REFUSE), Compute.shared());
        push(stream, "a", SERIES, 0);
        assertThatThrownBy(() -> push(stream, "b", SERIES, 0)).isInstanceOf(DataException.class).hasMessage(
                "the stream has no room for key 'b'; expected at most 1 keys; received one more; allow more keys, or let"
                        + " the key used least recently give way");
        assertThat(push(stream, "a", SERIES, 1)).isEqualTo(RowOutcome.NEXT);
    }

    @Test
    void refusesOrIgnoresRowsThatAreNotLater() {
        StreamingForecaster stream = stream(FORECASTER);
        push(stream, "", SERIES, 0);
        push(stream, "", SERIES, 2);
        assertThatThrownBy(() -> push(stream, "", SERIES, 2)).isInstanceOf(DataException.class).hasMessage(
                "a row of key '' is not later than the one before it; expected a time after 2026-03-17T01:00Z; received"
                        + " 2026-03-17T01:00:00Z; push each time once and in order, or let old rows be ignored");
        assertThatThrownBy(() -> push(stream, "", SERIES, 1)).isInstanceOf(DataException.class);

        StreamingForecaster lenient = new StreamingForecaster(FORECASTER, SETTINGS.withOldRows(OldRows.IGNORE),
                Compute.shared());
        push(lenient, "", SERIES, 0);
        push(lenient, "", SERIES, 2);
        String before = Json.write(lenient.toJson());
        assertThat(lenient.push("", time(2), 1, 2, 3)).isEqualTo(RowOutcome.IGNORED);
        assertThat(lenient.push("", time(1), 1, 2, 3)).isEqualTo(RowOutcome.IGNORED);
        assertThat(lenient.observe("", time(1), 1, 2, 3)).isEmpty();
        assertThat(lenient.push("", time(-5), 1, 2, 3)).isEqualTo(RowOutcome.IGNORED);
        assertThat(Json.write(lenient.toJson())).isEqualTo(before);
    }

    @Test
    void refusesRowsBetweenSteps() {
        StreamingForecaster stream = stream(FORECASTER);
        push(stream, "", SERIES, 0);
        assertThatThrownBy(() -> stream.push("", time(3) + 1_800_000, 1, 2, 3)).isInstanceOf(DataException.class)
                .hasMessage("a row of key '' lies between two steps of 1 hour; expected 2026-03-17T02:00Z or"
                        + " 2026-03-17T03:00Z; received 2026-03-17T02:30:00Z; bring rows of the frequency the model was"
                        + " trained on, all in step with the key's first row");
        assertThat(push(stream, "", SERIES, 1)).isEqualTo(RowOutcome.NEXT);
        assertThatThrownBy(() -> stream.push("", time(1) * 1_000_000, 1, 2, 3)).isInstanceOf(DataException.class)
                .hasMessageStartingWith("a row of key '' lies too far ahead of the row before it");
    }

    @Test
    void findsStepsOfTheCalendar() {
        Timeline days = Timeline.of(Streams.START, Frequency.parse("D"), Streams.ZONE);
        Timeline months = Timeline.of(Streams.START, Frequency.parse("M"), Streams.ZONE);
        for (int step = 1; step < 400; step += 7) {
            assertThat(StepFinder.find("", days, step - 1, days.instantMillis(step))).isEqualTo(step);
            assertThat(StepFinder.find("", days, 0, days.instantMillis(step))).isEqualTo(step);
            assertThat(StepFinder.find("", months, 0, months.instantMillis(step))).isEqualTo(step);
        }
        assertThat(StepFinder.find("", Timeline.ofSteps(), 3, 12)).isEqualTo(12);
        // the day of the change has 23 hours
        assertThatThrownBy(() -> StepFinder.find("", days, 0, Streams.START + 20 * 24 * Streams.HOUR))
                .isInstanceOf(DataException.class);
    }

    @Test
    void asksForTheScaleOfAKeyAmongSeveral() {
        TimeSeries one = Streams.hours("one", 120, false);
        TimeSeries two = Streams.hours("two", 120, false);
        Forecaster forecaster = Streams.trained(Streams.settings(Architecture.DIRECT), one, two);
        assertThat(forecaster.knowsScaleOf("two")).isTrue();
        assertThat(forecaster.knowsScaleOf("three")).isFalse();
        assertThatThrownBy(() -> push(stream(forecaster), "three", one, 0)).isInstanceOf(DataException.class)
                .hasMessage("the forecaster was not trained on a series 'three', so its scale is not known; train with"
                        + " it, or let new keys be scaled by their rows in memory");
        StreamingForecaster stream = new StreamingForecaster(forecaster, SETTINGS.withNewKeys(NewKeys.SCALE_BY_MEMORY),
                Compute.shared());
        TimeSeries three = Streams.named("three", one);
        for (int step = 0; step < 9; step++) {
            push(stream, "three", three, step);
        }
        for (int ahead = 1; ahead <= HORIZON; ahead++) {
            stream.announce("three", time(8 + ahead), three.value(2, 8 + ahead));
        }
        assertThat(stream.forecast("three", HORIZON)).isEqualTo(whole(forecaster, three, 9));
    }

    @Test
    void saysWhatIsMissingForAForecast() {
        StreamingForecaster stream = stream(FORECASTER);
        for (int step = 0; step < 7; step++) {
            push(stream, "", SERIES, step);
        }
        assertThatThrownBy(() -> stream.forecast("", 1)).isInstanceOf(DataException.class).hasMessage(
                "key '' has 7 steps so far; expected the 8 steps the model looks back on; received 7 steps; push more rows"
                        + " before asking for a forecast");
        push(stream, "", SERIES, 7);
        stream.announce("", time(8), 0);
        assertThat(stream.forecast("", 1)).hasSize(1);
        assertThatThrownBy(() -> stream.forecast("", 2)).isInstanceOf(DataException.class).hasMessage(
                "the future column 'holiday' of key '' is not known for all of the horizon; expected values up to"
                        + " 2026-03-17T08:00Z; received a gap before that; announce 'holiday' for each of the steps to"
                        + " forecast");
        assertThatThrownBy(() -> stream.forecast("", 4)).isInstanceOf(ConfigurationException.class).hasMessage(
                "the model cannot forecast 4 steps; expected 1 to 3 steps, as it was trained; received 4 steps; ask for 3"
                        + " or less, or train with a longer horizon");
        assertThatThrownBy(() -> stream.announce("", time(11), 0)).isInstanceOf(DataException.class).hasMessage(
                "what was announced for key '' is not of the steps ahead; expected 2026-03-17T07:00Z to"
                        + " 2026-03-17T09:00Z; received 2026-03-17T10:00:00Z; push rows as they come, and announce the"
                        + " horizon after them");
        assertThatThrownBy(() -> stream.announce("", time(7), 0)).isInstanceOf(DataException.class);
    }

    @Test
    void saysWhatIsWrongWithACall() {
        StreamingForecaster stream = stream(FORECASTER);
        assertThatThrownBy(() -> stream.push("a", 0, 1)).hasMessage(
                "the model reads the columns [load, temp, holiday], but a row of key 'a' has 1 values; give one for each,"
                        + " NaN where it is missing");
        assertThatThrownBy(() -> stream.push("a", 0, 1, 2, Double.NEGATIVE_INFINITY)).hasMessage(
                "a row of key 'a' has the value -Infinity; give finite values, NaN where one is missing");
        assertThatThrownBy(() -> stream.announce("a", 0)).hasMessage(
                "the model reads the future columns [holiday], but 0 values were announced for key 'a'; give one for each");
        assertThatThrownBy(() -> SETTINGS.withMostKeys(0)).hasMessage(
                "a stream must have room for at least 1 key, but was to have 0");
        Forecaster other = Streams.trained(Streams.settings(Architecture.SEGMENT), SERIES);
        assertThatThrownBy(() -> StreamingForecaster.fromJson(stream.toJson(), other, Compute.shared())).hasMessage(
                "the saved stream is of a forecaster with other columns, windows or frequency; give the one it was saved"
                        + " with");
        push(stream, "", SERIES, 0);
        String damaged = Json.write(stream.toJson()).replace("\"steps\":1", "\"steps\":5");
        assertThatThrownBy(
                () -> StreamingForecaster.fromJson(Json.parse(damaged).asObject(), FORECASTER, Compute.shared()))
                .hasMessage("key '' has 1 saved rows at step 5, where a window looks back 8 and ahead 3");
    }

    private static StreamingForecaster stream(Forecaster forecaster) {
        return new StreamingForecaster(forecaster, SETTINGS, Compute.shared());
    }

    private static RowOutcome push(StreamingForecaster stream, String key, TimeSeries series, int step) {
        return stream.push(key, time(step), Streams.row(series, step));
    }

    private static void announce(StreamingForecaster stream, int step) {
        for (int ahead = 1; ahead <= HORIZON; ahead++) {
            stream.announce("", time(step + ahead), SERIES.value(2, step + ahead));
        }
    }

    private static long time(int step) {
        return Streams.START + step * Streams.HOUR;
    }
}
