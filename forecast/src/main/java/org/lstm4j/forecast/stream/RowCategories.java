package org.lstm4j.forecast.stream;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.CategoryNumbers;
import org.lstm4j.forecast.prepare.UnknownCategory;

/// The categories of a row, as a history keeps them.
///
/// | kept | means |
/// |---|---|
/// | 1, 2, … | the categories of training, in their order |
/// | 0 | one that was not in training and counts as missing; of a step ahead it counts as known, as in a whole series |
/// | NaN | none |
///
/// @param columns of the model
/// @param unknown what becomes of other categories
record RowCategories(List<CategoryColumn> columns, UnknownCategory unknown) {

    RowCategories {
        columns = List.copyOf(columns);
    }

    /// What is kept of a category.
    ///
    /// @param column its place in `columns`
    /// @param text empty for none
    /// @throws DataException when it was not in training and that is refused
    double number(String key, int column, String text) {
        return text.isEmpty()
                ? Double.NaN
                : new CategoryNumbers(columns.get(column), unknown).number(text, " of key '" + key + "'", "");
    }

    /// A series of what was kept, with the names of the categories.
    TimeSeries named(TimeSeries kept) {
        TimeSeries named = kept;
        for (CategoryColumn column : columns) {
            List<String> names = new ArrayList<>();
            names.add(nameOfUnknown(column));
            names.addAll(column.names());
            named = named.withCategories(column.name(), names);
        }
        return named;
    }

    /// A name that no category of training has.
    private static String nameOfUnknown(CategoryColumn column) {
        String name = "unknown";
        while (column.names().contains(name)) {
            name += "?";
        }
        return name;
    }

    /// @param row `[columns]`
    /// @throws IllegalArgumentException when a number was never kept
    void requireSaved(double[] row) {
        for (int index = 0; index < row.length; index++) {
            double number = row[index];
            int most = columns.get(index).names().size();
            if (!Double.isNaN(number) && !(number >= 0 && number <= most && number == (int) number)) {
                throw new IllegalArgumentException("column '" + columns.get(index).name() + "' has the saved category "
                        + number + ", where there are whole numbers from 0 to " + most
                        + "; give the state as it was saved");
            }
        }
    }
}
