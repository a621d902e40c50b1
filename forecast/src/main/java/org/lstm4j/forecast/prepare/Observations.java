package org.lstm4j.forecast.prepare;

import java.util.Collections;
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
/// @param categories of each column the names of its categories, whose places are its values; empty for numbers
@SuppressWarnings("ArrayRecordComponent") // a carrier of rows, never compared
public record Observations(String name, long[] times, List<String> columns, double[][] values, long[] rows,
        List<List<String>> categories) {

    public Observations {
        columns = List.copyOf(columns);
        categories = List.copyOf(categories);
        if (columns.isEmpty() || columns.size() != values.length || times.length != rows.length) {
            throw new IllegalArgumentException("observations need one array of values for each of their columns and"
                    + " as many row numbers as times");
        }
        if (categories.size() != columns.size()) {
            throw new IllegalArgumentException(categories.size() + " lists of categories for " + columns.size()
                    + " columns; give one for each, empty for numbers");
        }
        for (double[] column : values) {
            if (column.length != times.length) {
                throw new IllegalArgumentException(
                        "a column has " + column.length + " values for " + times.length + " times");
            }
        }
    }

    /// Numbers only.
    public Observations(String name, long[] times, List<String> columns, double[][] values, long[] rows) {
        this(name, times, columns, values, rows, Collections.nCopies(columns.size(), List.of()));
    }

    /// The same rows, in which the values of some columns are places of categories.
    ///
    /// @param names of each column; empty for numbers
    public Observations withCategories(List<List<String>> names) {
        return new Observations(this.name, times, columns, values, rows, names);
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

    /// Whether a column, by its number, holds categories.
    boolean holdsCategories(int column) {
        return !categories.get(column).isEmpty();
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
