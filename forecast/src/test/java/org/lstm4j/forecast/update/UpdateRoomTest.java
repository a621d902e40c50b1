package org.lstm4j.forecast.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lstm4j.forecast.update.Loads.KNOWN;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.HourlyLoad;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// What an update says of series it can do nothing with.
class UpdateRoomTest {

    private static Forecaster forecaster;

    @BeforeAll
    static void train() {
        forecaster = Loads.forecaster();
    }

    @Test
    void saysThatNothingIsNew() {
        assertProblem(() -> update(Loads.hours(KNOWN)), "the series has no row that the model does not know already;"
                + " expected rows from 2026-01-13T12:00Z on, with their targets; received targets up to"
                + " 2026-01-13T11:00Z; bring rows that came later");
    }

    @Test
    void rowsWithoutTargetsAreNotNew() {
        assertProblem(() -> update(HourlyLoad.changedFrom(KNOWN, Double.NaN, Loads.hours(KNOWN + 50))),
                "the series has no row that the model does not know already; expected rows from 2026-01-13T12:00Z on,"
                        + " with their targets; received targets up to 2026-01-13T11:00Z; bring rows that came later");
    }

    @Test
    void saysThatTooFewAreNewToHoldSomeOut() {
        assertProblem(() -> update(Loads.hours(KNOWN + 7)), "the series has too few rows that the model does not know"
                + " already to train on some and hold out others; expected 8 steps or more: at least 4, the horizon,"
                + " for each; received 7 steps from 2026-01-13T12:00Z on; wait for 1 step more");
        assertThat(update(Loads.hours(KNOWN + 8)).newWindows()).isEqualTo(1);
    }

    @Test
    void saysHowManyAreNeededWhereMoreAreHeldOut() {
        assertProblem(() -> update(UpdateSettings.standard().withHeldOut(24), Loads.hours(KNOWN + 20)),
                "the series has too few rows that the model does not know already to train on some and hold out"
                        + " others; expected 28 steps or more: at least 4, the horizon, for each; received 20 steps from"
                        + " 2026-01-13T12:00Z on; wait for 8 steps more");
        assertThat(update(UpdateSettings.standard().withHeldOut(24), Loads.hours(KNOWN + 28)).rows().heldSteps())
                .isEqualTo(24);
        assertProblem(() -> update(UpdateSettings.standard().withHeldOut(0.9), Loads.hours(KNOWN + 30)),
                "the series has too few rows that the model does not know already to train on some and hold out"
                        + " others; expected 31 steps or more: at least 4, the horizon, for each; received 30 steps from"
                        + " 2026-01-13T12:00Z on; wait for 1 step more");
        assertThat(update(UpdateSettings.standard().withHeldOut(0.9), Loads.hours(KNOWN + 31)).newWindows())
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsMissingToLookBackOn() {
        assertProblem(() -> update(Loads.hours(KNOWN + 12).slice(KNOWN - 1, KNOWN + 12)),
                "the series has too few rows before the new ones for the model to look back on; expected 8 steps"
                        + " before the first new window; received 1 step from 2026-01-13T11:00Z on; add at least the"
                        + " 3 steps before 2026-01-13T11:00Z");
        assertThat(update(Loads.hours(KNOWN + 12).slice(KNOWN - 4, KNOWN + 12)).newWindows()).isEqualTo(1);
        assertProblem(() -> update(Loads.hours(KNOWN + 12).slice(KNOWN, KNOWN + 12)),
                "the series has too few rows before the new ones for the model to look back on; expected 8 steps"
                        + " before the first new window; received none before 2026-01-13T12:00Z; add at least the"
                        + " 4 steps before 2026-01-13T12:00Z");
    }

    @Test
    void saysThatWindowsHaveNoTargets() {
        TimeSeries gap = Loads.hours(KNOWN + 40);
        double[] values = gap.column("load");
        Arrays.fill(values, KNOWN, KNOWN + 32, Double.NaN);
        assertProblem(() -> update(gap.withColumn("load", values)),
                "the new rows to be trained on have no window with an"
                        + " observed target; bring more rows, or fill gaps with --fill");
    }

    @Test
    void refusesAnotherFrequency() {
        Timeline days = Timeline.of(0, Frequency.parse("D"), ZoneOffset.UTC);
        assertProblem(() -> update(TimeSeries.ofColumn(days, "load", new double[500])),
                "the model was trained on steps of 1 hour; expected a series with steps of 1 hour; received steps of"
                        + " 1 day; bring data of the same frequency, or train a model on this one");
    }

    @Test
    void refusesASeriesWithoutTheColumn() {
        Timeline hours = Loads.hours(1).timeline();
        assertProblem(() -> update(TimeSeries.ofColumn(hours, "laod", new double[500])),
                "there is no column 'load'; expected one of laod; received 'load'; did you mean 'laod'? check the"
                        + " spelling");
    }

    @Test
    void refusesSeveralSeriesForAModelOfOne() {
        assertProblem(() -> update(Loads.named("a", 400, 1), Loads.named("b", 400, 1)), "the model was trained on a"
                + " single series; expected new rows of that series; received 2 series; bring the rows of one series,"
                + " or train a model on all of them");
        assertProblem(() -> update(Loads.hours(400), Loads.hours(400)), "two series have one name; expected a name of"
                + " its own for each of the 2 series; received 1 name; rename one, or join them into one series");
        assertProblem(() -> update(), "there is no series to update with; bring a file with rows");
    }

    private static UpdateResult update(TimeSeries... series) {
        return update(UpdateSettings.standard(), series);
    }

    private static UpdateResult update(UpdateSettings settings, TimeSeries... series) {
        return new ForecasterUpdate(settings.withEpochs(1), Compute.shared()).update(forecaster, List.of(series));
    }

    private static void assertProblem(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessage(message);
    }
}
