package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.UnknownCategory;

/// What the columns of training parts are to a model: which of them hold categories, and which ones.
///
/// @param roles of the columns
/// @param training the training parts, at least one
public record TrainingSchema(ColumnRoles roles, List<TimeSeries> training) {

    /// @param padded whether windows are padded, which needs masks even without gaps
    /// @throws DataException when a series lacks a column, a column holds categories here and numbers there, a target holds categories,
    ///         or a column of categories has none in any training part
    FeatureSchema with(List<CalendarFeature> calendar, boolean padded) {
        FeatureSchema plain = withoutMasks(calendar);
        boolean masks = padded || !roles.lags().isEmpty() || hasGap(roles.targets()) || hasGap(plain.past());
        return new FeatureSchema(roles.targets(), plain.past(), plain.future(), calendar, masks)
                .withStatics(plain.statics())
                .withLags(roles.lags())
                .withCategories(plain.categories(), plain.unknown());
    }

    /// For a model that reads neither windows nor lags.
    ///
    /// @throws DataException as [#with]
    public FeatureSchema withoutMasks(List<CalendarFeature> calendar) {
        List<CategoryColumn> categories = new ArrayList<>();
        List<String> past = numbers(roles.past(), CategoryColumn.Role.PAST, categories);
        List<String> future = numbers(roles.future(), CategoryColumn.Role.FUTURE, categories);
        List<String> statics = numbers(roles.statics(), CategoryColumn.Role.STATIC, categories);
        roles.targets().forEach(this::requireNumbers);
        return new FeatureSchema(roles.targets(), past, future, calendar)
                .withStatics(statics)
                .withCategories(categories, categories.isEmpty() ? UnknownCategory.REFUSE : roles.unknown());
    }

    /// The columns of numbers among these; the others are added to the categories.
    private List<String> numbers(List<String> columns, CategoryColumn.Role role, List<CategoryColumn> categories) {
        List<String> numbers = new ArrayList<>();
        for (String column : columns) {
            if (holdsCategories(column)) {
                categories.add(new CategoryColumn(column, role, names(column)));
            } else {
                numbers.add(column);
            }
        }
        return numbers;
    }

    private boolean holdsCategories(String column) {
        boolean first = !training.getFirst().categories(column).isEmpty();
        for (TimeSeries series : training) {
            if (series.categories(column).isEmpty() == first) {
                throw new DataException(Problem.of(
                        "column '" + column + "' holds categories in some series and numbers in others",
                        "make it the same in all"));
            }
        }
        return first;
    }

    private void requireNumbers(String target) {
        if (holdsCategories(target)) {
            throw new DataException(new Problem("the target '" + target + "' holds categories", "numbers",
                    "'" + training.getFirst().categories(target).getFirst() + "' and others",
                    "choose another --target; categories can be covariates"));
        }
    }

    /// The categories that occur, sorted.
    private List<String> names(String column) {
        SortedSet<String> seen = new TreeSet<>();
        for (TimeSeries series : training) {
            List<String> names = series.categories(column);
            int index = series.columnIndex(column);
            for (int step = 0; step < series.steps(); step++) {
                double place = series.value(index, step);
                if (!Double.isNaN(place)) {
                    seen.add(names.get((int) place));
                }
            }
        }
        if (seen.isEmpty()) {
            throw new DataException(Problem.of("column '" + column + "' has no category in any training part",
                    "leave it out, or check --missing"));
        }
        return List.copyOf(seen);
    }

    private boolean hasGap(List<String> columns) {
        for (TimeSeries series : training) {
            for (String column : columns) {
                int index = series.columnIndex(column);
                for (int step = 0; step < series.steps(); step++) {
                    if (Double.isNaN(series.value(index, step))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
