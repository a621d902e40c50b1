package org.lstm4j.interop.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.CategoryColumn.Role;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.SeasonalIndices;

/// The columns of the tables that the `forecast` of a file reads, in their order: numbers, then categories.
///
/// @param schema of the forecaster
/// @param past of the table `past`
/// @param known of the table `known`
/// @param statics of the array `statics`
/// @param seasonal whether a season is taken off a target
record ForecastColumns(FeatureSchema schema, List<String> past, List<String> known, List<String> statics,
        boolean seasonal) {

    static ForecastColumns of(Forecaster forecaster, String series) {
        FeatureSchema schema = forecaster.schema();
        return new ForecastColumns(schema, schema.columns(Role.PAST), schema.columns(Role.FUTURE),
                schema.columns(Role.STATIC),
                forecaster.seasons(series).stream().anyMatch(SeasonalIndices::isSeasonal));
    }

    int targets() {
        return schema.targets().size();
    }

    /// Columns of numbers that are known up to now: targets and past ones.
    int observed() {
        return targets() + schema.past().size();
    }

    boolean readsCalendar() {
        return !schema.calendar().isEmpty();
    }

    /// The columns as text for a comment, several with their places: `the columns [0] shop (a category's number, see numberOf), [1] size`.
    String listed(List<String> names) {
        if (names.size() == 1) {
            return "the column " + named(names.getFirst());
        }
        return IntStream.range(0, names.size()).mapToObj(index -> "[" + index + "] " + named(names.get(index)))
                .collect(Collectors.joining(", ", "the columns ", ""));
    }

    private String named(String name) {
        return SourceWords.comment(name) + (isCategory(name) ? " (a category's number, see numberOf)" : "");
    }

    private boolean isCategory(String name) {
        return schema.categories().stream().map(CategoryColumn::name).anyMatch(name::equals);
    }
}
