package org.lstm4j.data;

import java.util.List;

/// Where the time of a row comes from.
///
/// @param columns names of the columns, empty when rows are numbered
/// @param micros SQL for microseconds since 1970, null where a row has no time
/// @param instant whether these are UTC; else they are on the local clock of the zone
/// @param format how they are read: a pattern, `unix`, `unix_ms`, `iso` or `as typed`; empty without time
record TimeSource(List<String> columns, String micros, boolean instant, String format) {

    static TimeSource numbered() {
        return new TimeSource(List.of(), "rowid", true, "");
    }

    static TimeSource typed(SourceColumn column) {
        return new TimeSource(List.of(column.name()), "epoch_us(cast(" + column.sql() + " as "
                + (column.isInstant() ? "timestamptz" : "timestamp") + "))", column.isInstant(), "as typed");
    }

    static TimeSource text(List<String> columns, String expression, TimeFormat format) {
        return new TimeSource(columns, format.micros(expression), format.isInstant(), format.pattern());
    }

    boolean isNumbered() {
        return columns.isEmpty();
    }
}
