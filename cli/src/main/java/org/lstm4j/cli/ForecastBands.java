package org.lstm4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.report.content.Band;
import org.lstm4j.report.content.Values;

/// The intervals of forecasts, taken out of their quantiles and laid on the axis of a plot.
final class ForecastBands {

    /// What is shown, narrow to wide.
    private static final double[] PROBABILITIES = {0.8, 0.95};
    /// Levels as near as this are one: 1 − 0.9 is not 0.1 in binary.
    private static final double SAME_LEVEL = 1e-9;

    private ForecastBands() {}

    /// The 80 % and the 95 % intervals; none where the forecasts have no such levels.
    ///
    /// @param forecasts at least one, all with the same levels
    /// @param places index on the axis of the first step of each
    /// @param length positions of the axis
    static List<Band> of(List<Forecast> forecasts, List<Integer> places, int length) {
        List<Double> levels = forecasts.getFirst().levels();
        List<Band> bands = new ArrayList<>();
        for (double probability : PROBABILITIES) {
            int lower = indexOf(levels, (1 - probability) / 2);
            int upper = indexOf(levels, (1 + probability) / 2);
            if (lower >= 0 && upper >= 0) {
                bands.add(new Band(probability, row(forecasts, places, length, lower),
                        row(forecasts, places, length, upper)));
            }
        }
        return bands;
    }

    /// The quantiles of one level at their places, NaN elsewhere.
    private static Values row(List<Forecast> forecasts, List<Integer> places, int length, int level) {
        double[] row = new double[length];
        Arrays.fill(row, Double.NaN);
        for (int index = 0; index < forecasts.size(); index++) {
            List<List<Double>> quantiles = forecasts.get(index).quantiles();
            for (int step = 0; step < quantiles.size(); step++) {
                row[places.get(index) + step] = quantiles.get(step).get(level);
            }
        }
        return Values.of(row);
    }

    private static int indexOf(List<Double> levels, double level) {
        for (int index = 0; index < levels.size(); index++) {
            if (Math.abs(levels.get(index) - level) < SAME_LEVEL) {
                return index;
            }
        }
        return -1;
    }
}
