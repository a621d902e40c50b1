package org.lstm4j.data;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.TimeSeries;

/// Columns that are the same at every step of a series, also at steps without a
/// row.
final class StaticColumns {

    private StaticColumns() {}

    /// @throws DataException when a column is not the same at every step that has a value
    static TimeSeries spread(TimeSeries series, List<String> columns) {
        TimeSeries spread = series;
        for (String column : columns) {
            double[] values = series.column(column);
            double only = Double.NaN;
            for (int step = 0; step < values.length; step++) {
                if (!Double.isNaN(only) && !Double.isNaN(values[step]) && values[step] != only) {
                    throw changes(series, column, only, step, values[step]);
                }
                only = Double.isNaN(values[step]) ? only : values[step];
            }
            Arrays.fill(values, only);
            spread = spread.withColumn(column, values);
        }
        return spread;
    }

    private static DataException changes(TimeSeries series, String column, double only, int step, double value) {
        return new DataException(new Problem(
                "the static column '" + column + "' changes within series '" + series.name() + "'",
                "one value, " + only + " as at its start", value + " at " + series.timeline().format(step),
                "name it with --past or --future, or tell the series apart with --series"));
    }
}
