package org.lstm4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was read and how it was understood.
///
/// @param source name of the source, without its folders
/// @param format `delimited text`, `wide delimited text`, `JSON`, `Parquet` or `query`
/// @param encoding name of the character set, empty where there is none
/// @param delimiter between columns, empty where there is none
/// @param decimal the decimal sign, `.` or `,`
/// @param rows data rows read
/// @param columns every column of the source
/// @param timeColumns the columns the time was taken from, empty when steps are numbered
/// @param timeFormat how the time was read: a `strptime` pattern, `unix`, `unix_ms` or `as typed`; empty without time
/// @param notes what was decided on the way and deserves a line, each a sentence
/// @param suggestedFlags the flags that would say explicitly what was found
public record ReadReport(String source, String format, String encoding, String delimiter, String decimal, long rows,
        List<ColumnInfo> columns, List<String> timeColumns, String timeFormat, List<String> notes,
        List<String> suggestedFlags) {

    private static final int MOST_SHOWN = 30;

    public ReadReport {
        columns = List.copyOf(columns);
        timeColumns = List.copyOf(timeColumns);
        notes = List.copyOf(notes);
        suggestedFlags = List.copyOf(suggestedFlags);
    }

    /// Everything that is worth a line, as text.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(source + ": " + (format.equals("query") ? "" : format + ", ") + rows + " rows"
                + part(", encoding ", encoding)
                + part(", delimiter ", delimiter) + (decimal.equals(",") ? ", decimal comma" : ""));
        lines.add("columns: " + columns.stream().limit(MOST_SHOWN).map(c -> c.name() + " (" + c.kind().name()
                .toLowerCase(Locale.ROOT) + ")").collect(Collectors.joining(", "))
                + (columns.size() > MOST_SHOWN ? ", … (" + columns.size() + " in all)" : ""));
        lines.add(timeColumns.isEmpty() ? "no time, rows are steps 0, 1, 2, …" : time());
        lines.addAll(notes);
        return lines;
    }

    private String time() {
        return "time from " + String.join(" and ", timeColumns)
                + (timeFormat.equals("as typed") ? "" : ", read as " + timeFormat);
    }

    private static String part(String title, String value) {
        return value.isEmpty() ? "" : title + (value.equals("\t") ? "tab" : value);
    }
}
