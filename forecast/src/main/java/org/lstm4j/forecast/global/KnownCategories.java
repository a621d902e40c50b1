package org.lstm4j.forecast.global;

import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.TimeSeries;

/// The categories that a model was trained on: its indicator columns `kind=shop`, each 1 where the column `kind` says `shop`.
///
/// @param columns of the model that are known ahead
record KnownCategories(List<String> columns) {

    private static final int LISTED = 10;

    /// @throws DataException when a series has a category that the model does not know: all its indicators would be 0
    void require(TimeSeries series) {
        for (String column : series.columns()) {
            int sign = column.indexOf('=');
            if (sign > 0 && !columns.contains(column)) {
                List<String> known = categories(column.substring(0, sign));
                if (!known.isEmpty() && isThere(series, column)) {
                    throw unseen(series, column.substring(0, sign), column.substring(sign + 1), known);
                }
            }
        }
    }

    private List<String> categories(String name) {
        return columns.stream()
                .filter(column -> column.startsWith(name + "="))
                .map(column -> column.substring(name.length() + 1))
                .toList();
    }

    private static boolean isThere(TimeSeries series, String column) {
        int index = series.columnIndex(column);
        for (int step = 0; step < series.steps(); step++) {
            if (series.value(index, step) == 1) {
                return true;
            }
        }
        return false;
    }

    private static DataException unseen(TimeSeries series, String name, String category, List<String> known) {
        String listed = String.join(", ", known.subList(0, Math.min(LISTED, known.size())))
                + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : "");
        String where = series.name().isEmpty() ? "" : " of series '" + series.name() + "'";
        return new DataException(new Problem(
                "the category '" + category + "' in column '" + name + "'" + where + " was not seen in training",
                "one of " + listed, "'" + category + "'",
                "train with data that have it, or give the category that is most like it"));
    }
}
