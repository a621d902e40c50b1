package org.lstm4j.forecast.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.DataException;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.Timeline;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.FeatureSchema;

/// The columns of a row: those of numbers, then those of categories, as in [FeatureSchema#allColumns].
///
/// A row that is kept has a number for each, NaN where nothing is known; of categories those of [RowCategories].
final class StreamColumns {

    private final FeatureSchema schema;
    private final RowCategories categories;
    /// places of the columns known ahead: numbers, then categories
    private final int[] future;
    /// places of the columns that a row tells of its step only when it comes
    private final int[] observed;

    StreamColumns(FeatureSchema schema) {
        this.schema = schema;
        categories = new RowCategories(schema.categories(), schema.unknown());
        int firstFuture = schema.targets().size() + schema.past().size();
        future = IntStream.concat(IntStream.range(firstFuture, firstFuture + schema.future().size()),
                categoryPlaces(Role.FUTURE)).toArray();
        observed = IntStream.concat(IntStream.range(0, firstFuture), categoryPlaces(Role.PAST)).toArray();
    }

    private IntStream categoryPlaces(Role role) {
        int first = schema.columns().size();
        List<CategoryColumn> all = schema.categories();
        return IntStream.range(0, all.size()).filter(index -> all.get(index).role() == role)
                .map(index -> first + index);
    }

    /// How many there are.
    int count() {
        return schema.allColumns().size();
    }

    /// Places of the columns known ahead, in the order of [FeatureSchema#columns(Role)].
    int[] future() {
        return future.clone();
    }

    /// The column at a place.
    String name(int place) {
        return schema.allColumns().get(place);
    }

    /// A row to keep, of what a caller gives.
    ///
    /// @param values `[columns of numbers]`
    /// @param texts `[columns of categories]`, empty where missing
    /// @throws IllegalArgumentException when there are more or fewer, or a value is infinite
    /// @throws DataException when a category was not in training and that is refused
    double[] row(String key, double[] values, List<String> texts) {
        requireValues(key, values);
        if (texts.size() != schema.categories().size()) {
            throw new IllegalArgumentException("the model reads the categories " + names(schema.categories())
                    + ", but a row of key '" + key + "' has " + texts.size() + " of them; give one for each, an empty"
                    + " text where it is missing");
        }
        double[] row = Arrays.copyOf(values, count());
        for (int index = 0; index < texts.size(); index++) {
            row[values.length + index] = categories.number(key, index, texts.get(index));
        }
        return row;
    }

    private void requireValues(String key, double[] values) {
        if (values.length != schema.columns().size()) {
            throw new IllegalArgumentException(
                    "the model reads the columns " + schema.columns() + ", but a row of key '"
                            + key + "' has " + values.length + " values; give one for each, NaN where it is missing");
        }
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("a row of key '" + key + "' has the value " + value
                        + "; give finite values, NaN where one is missing");
            }
        }
    }

    /// What a row tells of its step before it comes: its future and static columns.
    double[] known(double[] row) {
        double[] known = row.clone();
        for (int place : observed) {
            known[place] = Double.NaN;
        }
        return known;
    }

    /// A row to keep of a step ahead.
    ///
    /// @param values `[future columns of numbers]`
    /// @param texts `[future columns of categories]`, empty where unknown
    /// @throws IllegalArgumentException when there are more or fewer
    /// @throws DataException when a category was not in training and that is refused
    double[] ahead(String key, double[] values, List<String> texts) {
        if (values.length != schema.future().size()) {
            throw new IllegalArgumentException("the model reads the future columns " + schema.future() + ", but "
                    + values.length + " values were announced for key '" + key + "'; give one for each");
        }
        if (texts.size() != future.length - values.length) {
            throw new IllegalArgumentException("the model reads the future categories "
                    + names(schema.categories().stream().filter(one -> one.role() == Role.FUTURE).toList()) + ", but "
                    + texts.size() + " were announced for key '" + key + "'; give one for each, an empty text where it"
                    + " is missing");
        }
        double[] row = new double[count()];
        Arrays.fill(row, Double.NaN);
        System.arraycopy(values, 0, row, values.length == 0 ? 0 : future[0], values.length);
        for (int index = 0; index < texts.size(); index++) {
            int place = future[values.length + index];
            row[place] = categories.number(key, place - schema.columns().size(), texts.get(index));
        }
        return row;
    }

    /// The series of rows that were kept.
    ///
    /// @param kept `[columns][steps]`
    TimeSeries series(String key, Timeline timeline, double[][] kept) {
        return categories.named(TimeSeries.of(key, timeline, schema.allColumns(), kept));
    }

    /// @throws IllegalArgumentException when a saved row is none of these columns
    void requireSaved(double[] row) {
        if (row.length != count()) {
            throw new IllegalArgumentException(
                    "a saved row has " + row.length + " values, where the model reads " + count() + " columns");
        }
        categories.requireSaved(Arrays.copyOfRange(row, schema.columns().size(), row.length));
    }

    private static List<String> names(List<CategoryColumn> columns) {
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column.name()));
        return names;
    }
}
