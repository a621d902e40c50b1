package org.lstm4j.data;

import java.util.List;
import java.util.Optional;

/// Whole numbers that are times, told by their size: years (`1949`), months
/// (`194901`), days (`19490131`), seconds and milliseconds since 1970 (9 to 10
/// and 12 to 13 digits).
final class NumericTimes {

    private static final List<Form> FORMS = List.of(new Form("%Y", 1000, 2999), new Form("%Y%m", 100_001, 299_912),
            new Form("%Y%m%d", 10_000_101, 29_991_231), new Form(TimeFormat.UNIX, 100_000_000L, 9_999_999_999L),
            new Form(TimeFormat.UNIX_MILLIS, 100_000_000_000L, 9_999_999_999_999L));

    private NumericTimes() {}

    /// The time in a number column; empty when its values are none of these.
    static Optional<TimeSource> find(SourceTable table, SourceColumn column) {
        TimeTexts texts = TimeTexts.of(table, List.of(column));
        long values = table.count(column.number());
        for (Form form : FORMS) {
            String inside = "case when " + column.number() + " between " + form.lowest + " and " + form.highest
                    + " then 1 end";
            TimeFormat format = TimeFormat.asked(form.pattern);
            if (table.count(inside) == values && table.count(format.micros(texts.expression())) == values) {
                return Optional.of(texts.read(format));
            }
        }
        return Optional.empty();
    }

    /// A form and the numbers that may be of it.
    private record Form(String pattern, long lowest, long highest) {}
}
