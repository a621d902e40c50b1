package org.lstm4j.forecast.prepare;

import java.util.List;

/// Raw rows of one series, in the order in which they were read: any times, in
/// any order, some of them twice.
///
/// The arrays are used as they are, not copied, and never written to.
///
/// @param name what tells the series from others; empty when there is only one
/// @param times `[rows]` instants, UTC milliseconds; without time, the numbers 0, 1, 2, …
/// @param columns names of the value columns
/// @param values `[columns][rows]`; NaN is missing
/// @param rows `[rows]` number of each row in its source, the first data row being 1, for messages;
///     0 where there is none
@SuppressWarnings("ArrayRecordComponent") // a carrier of rows, never compared
public record Observations(String name, long[] times, List<String> columns, double[][] values, long[] rows) {

    public Observations {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() != values.length || times.length != rows.length) {
            throw new IllegalArgumentException("observations need one array of values for each of their columns and"
                    + " as many row numbers as times");
        }
        for (double[] column : values) {
            if (column.length != times.length) {
                throw new IllegalArgumentException(
                        "a column has " + column.length + " values for " + times.length + " times");
            }
        }
    }

    /// Values without times: they are steps 0, 1, 2, … To be cleaned with the
    /// frequency `step`. Messages name the step, since no row of a source is known.
    ///
    /// @param values `[columns][rows]`, at least one column
    public static Observations withoutTime(String name, List<String> columns, double[][] values) {
        int count = values[0].length;
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = i;
        }
        return new Observations(name, times, columns, values, new long[count]);
    }

    /// How many rows there are.
    public int size() {
        return times.length;
    }

    /// `series 'A'`, or `the series` when it has no name: the start of a message.
    String title() {
        return name.isEmpty() ? "the series" : "series '" + name + "'";
    }
}
