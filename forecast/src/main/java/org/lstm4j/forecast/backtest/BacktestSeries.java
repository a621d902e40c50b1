package org.lstm4j.forecast.backtest;

import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.ColumnRoles;
import org.lstm4j.forecast.TimeSeries;

/// The series of a backtest, each up to its last observed target.
record BacktestSeries(List<TimeSeries> series) {

    static BacktestSeries of(List<TimeSeries> all, ColumnRoles columns) {
        return new BacktestSeries(all.stream()
                .map(one -> one.slice(0, end(one, columns.targets())))
                .toList());
    }

    /// The step after the last one at which some target was observed; that after the last one of all where none ever was, of which the
    /// training complains.
    private static int end(TimeSeries series, List<String> targets) {
        for (int step = series.steps(); step > 0; step--) {
            for (String target : targets) {
                if (!Double.isNaN(series.value(series.columnIndex(target), step - 1))) {
                    return step;
                }
            }
        }
        return series.steps();
    }

    /// What lies before the origins at that distance from the end.
    ///
    /// @param distance in steps, at most that of [#shortest]
    List<TimeSeries> before(long distance) {
        return series.stream().map(one -> one.slice(0, Math.toIntExact(one.steps() - distance))).toList();
    }

    /// The time of the origin at that distance, in the first series.
    String origin(long distance) {
        TimeSeries first = series.getFirst();
        return first.timeline().format(first.steps() - distance);
    }

    /// Steps of the shortest series.
    int shortest() {
        return series.stream().mapToInt(TimeSeries::steps).min().orElse(0);
    }

    /// `series 'north'`, or `the series` where it has no name.
    static String nameOf(TimeSeries series) {
        return series.name().isEmpty() ? "the series" : "series '" + series.name() + "'";
    }

    /// @throws DataException when a future column is not known up to the end
    void requireFuture(List<String> columns) {
        for (TimeSeries one : series) {
            for (String column : columns) {
                int known = end(one, List.of(column));
                if (known < one.steps() || Double.isNaN(one.value(one.columnIndex(column), known - 1))) {
                    throw tooShort(one, column, known);
                }
            }
        }
    }

    private static DataException tooShort(TimeSeries series, String column, int known) {
        boolean anywhere = known < series.steps();
        return new DataException(new Problem(
                "the future column '" + column + "' of " + nameOf(series) + " ends before the last window does",
                "values up to " + series.timeline().format(series.steps() - 1L),
                anywhere ? "values up to " + series.timeline().format(known - 1L) : "none",
                "add the values of '" + column + "', leave out the rows after it, or do not use it"));
    }
}
