package org.lstm4j.forecast.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.Frequency;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;

/// What samples of a series hold whose season is taken off.
class SeasonalSamplesTest {

    private static final Timeline MONTHS = Timeline.of(Instant.parse("2020-03-01T00:00:00Z").toEpochMilli(),
            Frequency.parse("M"), ZoneOffset.UTC);
    private static final FeatureSchema SCHEMA = new FeatureSchema(List.of("sales"), List.of(), List.of(), List.of(),
            false);
    private static final List<FittedScaler> HALVED = List.of(new FittedScaler(0, 2));

    /// A level of 20, and 5 more each December.
    private static double sales(long ordinal) {
        return 20 + (Math.floorMod(ordinal, 12L) == 11 ? 5 : 0);
    }

    private static TimeSeries series(Timeline timeline, int steps) {
        double[] values = new double[steps];
        for (int step = 0; step < steps; step++) {
            values[step] = sales(timeline.ordinal(step));
        }
        return TimeSeries.of("", timeline, List.of("sales"), new double[][]{values});
    }

    private static PreparedSeries prepared(TimeSeries series, WindowScaling scaling) {
        TimeSeries training = series(MONTHS, 60);
        SeasonalIndices season = SeasonalIndices.fit(training.column("sales"), 60, HALVED.getFirst(), MONTHS, 12);
        WindowForm form = new WindowForm(SCHEMA, new WindowSpec(4, 3), scaling, WindowLayout.SHIFTED,
                TargetUse.TOGETHER, 4);
        return PreparedSeries.of(series, form, HALVED, List.of(season));
    }

    @Test
    void theModelReadsAndSaysNoSeason() {
        PreparedSeries prepared = prepared(series(MONTHS, 60), WindowScaling.NONE);
        float[] inputs = new float[4];
        float[] targets = new float[3];

        prepared.copyInputs(7, 0, inputs, 0);
        prepared.copyTargets(7, 0, inputs, 0, targets, 0);
        for (float value : inputs) {
            assertThat(value).isCloseTo(inputs[0], within(1e-5f));
        }
        assertThat(targets).containsExactly(inputs[0], inputs[0], inputs[0]);
    }

    /// Step 9 is a December.
    @Test
    void itsForecastGetsTheSeasonBack() {
        for (WindowScaling scaling : WindowScaling.values()) {
            PreparedSeries prepared = prepared(series(MONTHS, 60), scaling);
            float[] inputs = new float[4];
            float[] targets = new float[3];
            prepared.copyInputs(7, 0, inputs, 0);
            prepared.copyTargets(7, 0, inputs, 0, targets, 0);
            TargetUnit unit = prepared.unit(0, 7);

            assertThat(unit.original(targets[0], 0)).as(scaling.label()).isCloseTo(20, within(1e-4));
            assertThat(unit.original(targets[2], 2)).as(scaling.label()).isCloseTo(25, within(1e-4));
            assertThat(unit.straight(targets[2], 2, 3)).as(scaling.label()).isCloseTo(25, within(1e-4));
            assertThat(unit.straight(targets[0], 0, 3)).as(scaling.label()).isCloseTo(65.0 / 3, within(1e-4));
        }
    }

    /// A later file begins at another month.
    @Test
    void theSeasonIsThatOfTheCalendarAndNotOfTheFile() {
        Timeline later = Timeline.of(Instant.parse("2031-08-01T00:00:00Z").toEpochMilli(), Frequency.parse("M"),
                ZoneOffset.UTC);
        PreparedSeries prepared = prepared(series(later, 30), WindowScaling.NONE);
        float[] inputs = new float[4];
        prepared.copyInputs(10, 0, inputs, 0);

        for (float value : inputs) {
            assertThat(value).isCloseTo(inputs[0], within(1e-5f));
        }
    }
}
