package org.lstm4j.forecast.prepare;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.TimeSeries;

/// A column that is the same at every step of a series, where it has a value.
public final class StaticColumn {

    private StaticColumn() {}

    /// Its one value; NaN where the series has none.
    ///
    /// @throws DataException when there is no such column, or it changes
    public static double value(TimeSeries series, String column) {
        int index = series.columnIndex(column);
        double only = Double.NaN;
        for (int step = 0; step < series.steps(); step++) {
            double value = series.value(index, step);
            if (!Double.isNaN(only) && !Double.isNaN(value) && value != only) {
                throw changes(series, column, only, step, value);
            }
            only = Double.isNaN(value) ? only : value;
        }
        return only;
    }

    /// Its one value at every step, also at those without one, `[steps]`.
    ///
    /// @throws DataException as [#value]
    public static double[] spread(TimeSeries series, String column) {
        double[] values = new double[series.steps()];
        Arrays.fill(values, value(series, column));
        return values;
    }

    private static DataException changes(TimeSeries series, String column, double only, int step, double value) {
        List<String> names = series.categories(column);
        return new DataException(new Problem(
                "the static column '" + column + "' changes within series '" + series.name() + "'",
                "one value, " + text(names, only) + " as at its start",
                text(names, value) + " at " + series.timeline().format(step),
                "name it with --past or --future, or tell the series apart with --series"));
    }

    private static String text(List<String> names, double value) {
        return names.isEmpty() ? Double.toString(value) : "'" + names.get((int) value) + "'";
    }
}
