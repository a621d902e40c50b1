package org.lstm4j.cli;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.lstm4j.forecast.TimeSeries;

/// A series with more steps at its end, of which only some columns are known: what a forecast with future columns starts from.
final class SeriesAhead {

    private SeriesAhead() {}

    /// The series with more steps.
    ///
    /// @param steps how many more
    /// @param known the value that a column, by its name, has at all of them; NaN where it is not known
    static TimeSeries of(TimeSeries series, int steps, ToDoubleFunction<String> known) {
        int length = series.steps() + steps;
        double[][] values = new double[series.columns().size()][];
        for (int index = 0; index < values.length; index++) {
            String column = series.columns().get(index);
            values[index] = Arrays.copyOf(series.column(column), length);
            Arrays.fill(values[index], series.steps(), length, known.applyAsDouble(column));
        }
        return TimeSeries.of(series.name(), series.timeline(), series.columns(), values);
    }
}
