package org.lstm4j.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// Texts that are times: one column, or several joined with blanks.
///
/// A format is the column's when it reads every value. Where several do, the
/// first one is taken if all give the same times; otherwise the format has to
/// be given.
///
/// @param table the table
/// @param columns names of the columns
/// @param expression SQL for the joined text
record TimeTexts(SourceTable table, List<String> columns, String expression) {

    /// Values a format must have the shape of before it is tried on all rows.
    private static final int SAMPLE = 1000;
    /// Values that tell what is meant where not all of them fit.
    private static final int FIRST = 20;

    static TimeTexts of(SourceTable table, List<SourceColumn> columns) {
        return new TimeTexts(table, columns.stream().map(SourceColumn::name).toList(),
                columns.stream().map(SourceColumn::text).collect(Collectors.joining(" || ' ' || ", "(", ")")));
    }

    /// The time in the one format that reads every value; empty when none does.
    ///
    /// @throws DataException when several formats do and give different times
    Optional<TimeSource> find() {
        long values = table.count(expression);
        List<TimeFormat> candidates = TimeFormats.matching(table.firstTexts(expression, SAMPLE));
        List<TimeFormat> fitting = new ArrayList<>();
        for (TimeFormat format : candidates) {
            if (table.count(format.micros(expression)) == values) {
                fitting.add(format);
            }
        }
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        TimeFormat first = fitting.getFirst();
        for (TimeFormat other : fitting.subList(1, fitting.size())) {
            if (!sameTimes(first, other)) {
                throw ambiguous(first, other);
            }
        }
        return Optional.of(TimeSource.text(columns, expression, first));
    }

    /// The time in a format that was asked for.
    ///
    /// @throws DataException when it does not read a value; it names the row
    TimeSource read(TimeFormat format) {
        requireAll(format);
        return TimeSource.text(columns, expression, format);
    }

    /// Whether the first of the texts are times in some format.
    boolean beginLikeTimes() {
        return !TimeFormats.matching(table.firstTexts(expression, FIRST)).isEmpty();
    }

    /// Whether the first of the texts are times in a format.
    boolean beginAs(TimeFormat format) {
        return table.firstTexts(expression, FIRST).stream().allMatch(format::matches);
    }

    /// What is wrong with texts no format reads: the row that breaks the format most
    /// of them have, if there is one.
    DataException unreadable() {
        List<String> first = table.firstTexts(expression, FIRST);
        // max takes the last of equals: reversed, so that it is the most usual format
        TimeFormats.matching(first).reversed().stream()
                .max(Comparator.comparingLong(format -> table.count(format.micros(expression))))
                .ifPresent(this::requireAll);
        return new DataException(new Problem("the times of " + title() + " are in no known format",
                "ISO 8601 or a usual date format",
                "'" + (first.isEmpty() ? "" : first.getFirst()) + "' in the first row",
                "give the format with --time-format, as in --time-format 'dd.MM.yyyy HH:mm'"));
    }

    private void requireAll(TimeFormat format) {
        Map<Long, String> bad = table.rowsWhere(expression + " is not null and " + format.micros(expression)
                + " is null", expression, 1);
        bad.forEach((row, text) -> {
            throw new DataException(new Problem("row " + row + " has no time in " + title(),
                    "a time of the format " + format.pattern(), "'" + text + "'",
                    "correct the row, or give the format with --time-format"));
        });
    }

    private boolean sameTimes(TimeFormat one, TimeFormat other) {
        return table.rowsWhere(one.micros(expression) + " <> " + other.micros(expression), expression,
                1).isEmpty();
    }

    private DataException ambiguous(TimeFormat one, TimeFormat other) {
        Map.Entry<Long, String> example = table
                .rowsWhere(one.micros(expression) + " <> " + other.micros(expression), expression, 1).entrySet()
                .iterator().next();
        return new DataException(new Problem("the times of " + title() + " can be read in two ways",
                "one format that fits", "'" + example.getValue() + "' in row " + example.getKey() + ", as "
                        + one.pattern() + " or as " + other.pattern(),
                "say which with --time-format '" + one.pattern() + "' or '" + other.pattern() + "'"));
    }

    private String title() {
        return "column" + (columns.size() == 1 ? " '" : "s '") + String.join(",", columns) + "'";
    }
}
