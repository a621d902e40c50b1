package org.lstm4j.forecast.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.forecast.TimeSeries;

/// Translates categories, whatever their order in a series, into the numbers that a model knows them by.
///
/// @param column as the model knows it
/// @param unknown what becomes of other categories
public record CategoryNumbers(CategoryColumn column, UnknownCategory unknown) {

    private static final int MOST_SHOWN = 20;

    /// The number of a category: from 1, or 0 for one that was not in training, where that is taken as missing.
    ///
    /// @param owner whose column it is: ` of series 'A'`, or empty
    /// @param place where it stands: ` at 2026-01-01`, or empty
    /// @throws DataException when the category was not in training and that is refused
    public int number(String category, String owner, String place) {
        int number = column.names().indexOf(category) + 1;
        if (number == 0 && unknown == UnknownCategory.REFUSE) {
            throw unknown(category, owner, place);
        }
        return number;
    }

    /// The numbers of a series: 0 where no category is known.
    ///
    /// @return `[steps + horizon]`; a static category stands at all of them, another only where the series has it
    /// @throws DataException when the series lacks the column, it holds numbers, or a category is unknown and that is refused
    public float[] of(TimeSeries series, int horizon) {
        List<String> names = series.categories(column.name());
        if (names.isEmpty()) {
            throw new DataException(new Problem(
                    "column '" + column.name() + "'" + ofSeries(series) + " holds numbers",
                    "categories, as in training: " + shown(), "numbers", "read the column as categories"));
        }
        List<Integer> numbers = new ArrayList<>();
        names.forEach(name -> numbers.add(column.names().indexOf(name) + 1));
        double[] places = column.role() == CategoryColumn.Role.STATIC
                ? StaticColumn.spread(series, column.name())
                : series.column(column.name());
        float[] all = new float[series.steps() + horizon];
        for (int step = 0; step < series.steps(); step++) {
            if (!Double.isNaN(places[step])) {
                int number = numbers.get((int) places[step]);
                if (number == 0 && unknown == UnknownCategory.REFUSE) {
                    throw unknown(names.get((int) places[step]), ofSeries(series), place(series, step));
                }
                all[step] = number;
            }
        }
        if (column.role() == CategoryColumn.Role.STATIC && series.steps() > 0) {
            Arrays.fill(all, series.steps(), all.length, all[series.steps() - 1]);
        }
        return all;
    }

    private DataException unknown(String category, String owner, String place) {
        return new DataException(new Problem(
                "column '" + column.name() + "'" + owner + " has a category that the training part did not have",
                "one of " + shown(),
                "'" + category + "'" + place,
                Suggestion.text(category, column.names())
                        + "correct the value, train with data that has it, or train with"
                        + " --unknown-category missing, which takes it as a missing value"));
    }

    private String place(TimeSeries series, int step) {
        return column.role() == CategoryColumn.Role.STATIC ? "" : " at " + series.timeline().format(step);
    }

    private String shown() {
        String first = column.names().stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        int more = column.names().size() - MOST_SHOWN;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static String ofSeries(TimeSeries series) {
        return series.name().isEmpty() ? "" : " of series '" + series.name() + "'";
    }
}
