package org.lstm4j.cli;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.report.content.Band;
import org.lstm4j.report.content.Values;

class ForecastBandsTest {

    /// What 0.9 and 0.975 become when they are reckoned from the other end.
    private static final List<Double> LEVELS = List.of((1 - 0.95) / 2, 1 - 0.9, 0.5, 0.9, 1 - 0.025);

    @Test
    void takesTheQuantilesOfBothIntervalsAndLaysThemAtTheirPlaces() {
        Forecast first = forecast(LEVELS,
                List.of(List.of(-2.0, -1.0, 0.0, 1.0, 2.0), List.of(-4.0, -3.0, 0.0, 3.0, 4.0)));
        Forecast second = forecast(LEVELS, List.of(List.of(5.0, 6.0, 7.0, 8.0, 9.0)));

        assertThat(ForecastBands.of(List.of(first, second), List.of(1, 4), 6)).containsExactly(
                new Band(0.8, Values.of(NaN, -1, -3, NaN, 6, NaN), Values.of(NaN, 1, 3, NaN, 8, NaN)),
                new Band(0.95, Values.of(NaN, -2, -4, NaN, 5, NaN), Values.of(NaN, 2, 4, NaN, 9, NaN)));
    }

    @Test
    void leavesOutAnIntervalWithoutBothItsLevels() {
        Forecast deciles = forecast(List.of(0.025, 0.1, 0.9), List.of(List.of(1.0, 2.0, 3.0)));
        Forecast points = forecast(List.of(), List.of(List.of()));

        assertThat(ForecastBands.of(List.of(deciles), List.of(0), 1)).containsExactly(
                new Band(0.8, Values.of(2), Values.of(3)));
        assertThat(ForecastBands.of(List.of(points), List.of(0), 1)).isEmpty();
    }

    private static Forecast forecast(List<Double> levels, List<List<Double>> quantiles) {
        return new Forecast("", "x", Timeline.ofSteps(),
                Collections.nCopies(quantiles.size(), 0.0), levels, quantiles);
    }
}
