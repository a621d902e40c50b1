package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;

/// Values of one or more named columns at regular steps in time.
///
/// Values are `double` as they were read; NaN is a missing value. A series never
/// changes: every method that would change it gives a new one. Columns are held
/// one after the other, so taking a column is one copy.
///
/// A column may hold **categories** instead of quantities: its values are then the places of their names in [#categories], from 0.
public final class TimeSeries {

    private final String name;
    private final Timeline timeline;
    private final List<String> columns;
    /// `[columns][steps]`; never written to after construction, so series may share rows
    private final double[][] values;
    /// of each column the names of its categories; empty for a column of numbers
    private final List<List<String>> categories;
    private final int steps;

    private TimeSeries(String name, Timeline timeline, List<String> columns, double[][] values,
            List<List<String>> categories) {
        this.name = name;
        this.timeline = timeline;
        this.columns = List.copyOf(columns);
        this.values = values;
        this.categories = List.copyOf(categories);
        this.steps = values[0].length;
    }

    /// A series of the given values, which are copied.
    ///
    /// @param name what tells this series from others, empty when there is only one
    /// @param values `[columns][steps]`
    /// @throws IllegalArgumentException when there is no column, a name occurs twice, or lengths differ
    public static TimeSeries of(String name, Timeline timeline, List<String> columns, double[][] values) {
        if (columns.isEmpty() || columns.size() != values.length) {
            throw new IllegalArgumentException("a series needs one array of values for each of its columns, at least"
                    + " one; received " + columns.size() + " columns and " + values.length + " arrays");
        }
        if (!areDistinct(columns)) {
            throw new IllegalArgumentException("a column name occurs twice in " + columns);
        }
        double[][] copy = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            requireLength(columns.get(i), values[i], values[0].length);
            copy[i] = values[i].clone();
        }
        return new TimeSeries(name, timeline, columns, copy, Collections.nCopies(copy.length, List.of()));
    }

    /// A series of one column, without a name.
    public static TimeSeries ofColumn(Timeline timeline, String column, double... values) {
        return of("", timeline, List.of(column), new double[][]{values});
    }

    /// What tells this series from others; empty when there is only one.
    public String name() {
        return name;
    }

    /// Where the steps are in time.
    public Timeline timeline() {
        return timeline;
    }

    /// How many steps there are.
    public int steps() {
        return steps;
    }

    /// The column names in order.
    public List<String> columns() {
        return columns;
    }

    /// A copy of a column's values, `[steps]`.
    ///
    /// @throws DataException when there is no such column
    public double[] column(String column) {
        return values[columnIndex(column)].clone();
    }

    /// The value of a column at a step; NaN when it is missing.
    ///
    /// @param columnIndex as [#columnIndex] gives it
    public double value(int columnIndex, int step) {
        return values[columnIndex][step];
    }

    /// The names of a column's categories: a value of 2 is the third of them. Empty for a column of numbers.
    ///
    /// @throws DataException when there is no such column
    public List<String> categories(String column) {
        return categories.get(columnIndex(column));
    }

    /// The first step at which a column has a value; the number of steps where there is none.
    ///
    /// @throws DataException when there is no such column
    public int firstObserved(String column) {
        int index = columnIndex(column);
        int step = 0;
        while (step < steps && Double.isNaN(values[index][step])) {
            step++;
        }
        return step;
    }

    /// Where a column is in [#columns].
    ///
    /// @throws DataException when there is no such column; it lists the columns and suggests the closest
    public int columnIndex(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new DataException(new Problem(
                    "there is no column '" + column + "'" + (name.isEmpty() ? "" : " in series '" + name + "'"),
                    "one of " + String.join(", ", columns), "'" + column + "'",
                    Suggestion.text(column, columns) + "check the spelling"));
        }
        return index;
    }

    /// The steps from `fromStep` to before `toStep`.
    ///
    /// @throws IllegalArgumentException when these are not steps of the series in order
    public TimeSeries slice(int fromStep, int toStep) {
        if (fromStep < 0 || fromStep > toStep || toStep > steps) {
            throw new IllegalArgumentException(
                    "a series of " + steps + " steps has no part from step " + fromStep + " to " + toStep);
        }
        double[][] part = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            part[i] = Arrays.copyOfRange(values[i], fromStep, toStep);
        }
        return new TimeSeries(name, timeline.from(fromStep), columns, part, categories);
    }

    /// This series with a column put last, or replaced where one of this name
    /// exists. A column of categories keeps their names.
    ///
    /// @param columnValues `[steps]`, copied
    public TimeSeries withColumn(String column, double[] columnValues) {
        requireLength(column, columnValues, steps);
        List<String> names = new ArrayList<>(columns);
        List<List<String>> meanings = new ArrayList<>(categories);
        int index = columns.indexOf(column);
        if (index < 0) {
            index = names.size();
            names.add(column);
            meanings.add(List.of());
        }
        double[][] more = Arrays.copyOf(values, names.size());
        more[index] = columnValues.clone();
        return new TimeSeries(name, timeline, names, more, meanings);
    }

    /// This series, in which the values of a column are the places of categories, from 0; NaN where none is known.
    ///
    /// @param names of the categories, each once, at least one
    /// @throws DataException when there is no such column
    /// @throws IllegalArgumentException when a name comes twice, or a value is no place of a name
    public TimeSeries withCategories(String column, List<String> names) {
        int index = columnIndex(column);
        if (names.isEmpty() || !areDistinct(names)) {
            throw new IllegalArgumentException(
                    "column '" + column + "' needs at least one category and each once: " + names);
        }
        for (double value : values[index]) {
            if (!Double.isNaN(value) && !(value >= 0 && value < names.size() && value == (int) value)) {
                throw new IllegalArgumentException("column '" + column + "' has the value " + value
                        + ", but its categories are the whole numbers from 0 to " + (names.size() - 1));
            }
        }
        List<List<String>> meanings = new ArrayList<>(categories);
        meanings.set(index, List.copyOf(names));
        return new TimeSeries(name, timeline, columns, values, meanings);
    }

    /// This series with a column of categories put last, or replaced.
    ///
    /// @param texts `[steps]`, the category of each; empty where none is known, at least one not empty
    /// @throws IllegalArgumentException when lengths differ, or all are empty
    public TimeSeries withTexts(String column, List<String> texts) {
        List<String> names = texts.stream().filter(text -> !text.isEmpty()).distinct().sorted().toList();
        double[] places = new double[texts.size()];
        for (int step = 0; step < places.length; step++) {
            String text = texts.get(step);
            places[step] = text.isEmpty() ? Double.NaN : Collections.binarySearch(names, text);
        }
        return withColumn(column, places).withCategories(column, names);
    }

    /// The series of these columns in this order.
    ///
    /// @throws DataException when there is no such column
    /// @throws IllegalArgumentException when no column is asked for, or one twice
    public TimeSeries select(List<String> selected) {
        if (selected.isEmpty() || !areDistinct(selected)) {
            throw new IllegalArgumentException("a selection needs at least one column and each once: " + selected);
        }
        double[][] part = new double[selected.size()][];
        List<List<String>> meanings = new ArrayList<>();
        for (int i = 0; i < part.length; i++) {
            part[i] = values[columnIndex(selected.get(i))];
            meanings.add(categories(selected.get(i)));
        }
        return new TimeSeries(name, timeline, selected, part, meanings);
    }

    private static boolean areDistinct(List<String> names) {
        return names.stream().distinct().count() == names.size();
    }

    private static void requireLength(String column, double[] values, int steps) {
        if (values.length != steps) {
            throw new IllegalArgumentException(
                    "column '" + column + "' has " + values.length + " values where there are " + steps + " steps");
        }
    }

    /// Equal in name, time line, columns, names of categories and the bits of every value.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeSeries that && name.equals(that.name) && timeline.equals(that.timeline)
                && columns.equals(that.columns) && categories.equals(that.categories)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + Arrays.deepHashCode(values);
    }

    /// A one-line summary: name, steps, first and last time, columns.
    @Override
    public String toString() {
        String title = name.isEmpty() ? "series" : "series '" + name + "'";
        String span = steps == 0 ? "" : " from " + timeline.format(0) + " to " + timeline.format(steps - 1L);
        return title + ": " + steps + " steps of " + timeline.frequency() + span + ", columns " + columns;
    }
}
