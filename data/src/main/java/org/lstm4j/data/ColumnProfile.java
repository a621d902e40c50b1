package org.lstm4j.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lstm4j.data.ColumnInfo.Kind;

/// What the values of a column are, over all rows.
///
/// @param column the column
/// @param rows rows of the table
/// @param present rows with a value
/// @param numbers rows whose value is a finite number
/// @param example the first value among the first rows, as text; empty when there is none
record ColumnProfile(SourceColumn column, long rows, long present, long numbers, String example) {

    /// Columns looked at in one query: DuckDB's planning time grows with the square
    /// of the expressions.
    private static final int AT_ONCE = 50;
    private static final int EXAMPLE_ROWS = 100;

    static List<ColumnProfile> of(DuckDb database, List<SourceColumn> columns) {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += AT_ONCE) {
            profile(database, columns.subList(from, Math.min(columns.size(), from + AT_ONCE)), profiles);
        }
        return profiles;
    }

    private static void profile(DuckDb database, List<SourceColumn> columns, List<ColumnProfile> profiles) {
        String[] examples = examples(database, columns);
        StringBuilder sql = new StringBuilder("select count(*)");
        for (SourceColumn column : columns) {
            sql.append(", count(case when ").append(column.present()).append(" then 1 end), count(")
                    .append(column.number()).append(")");
        }
        database.query(sql.append(" from source_rows").toString(), row -> {
            for (int i = 0; i < columns.size(); i++) {
                profiles.add(new ColumnProfile(columns.get(i), row.getLong(1), row.getLong(2 * i + 2),
                        row.getLong(2 * i + 3), examples[i]));
            }
        });
    }

    /// The first value of each column among the first rows.
    private static String[] examples(DuckDb database, List<SourceColumn> columns) {
        String[] examples = new String[columns.size()];
        Arrays.fill(examples, "");
        String sql = columns.stream().map(SourceColumn::text).collect(Collectors.joining(", "));
        database.query("select " + sql + " from source_rows order by rowid limit " + EXAMPLE_ROWS, row -> {
            for (int i = 0; i < examples.length; i++) {
                String value = row.getString(i + 1);
                if (examples[i].isEmpty() && value != null) {
                    examples[i] = value;
                }
            }
        });
        return examples;
    }

    String name() {
        return column.name();
    }

    Kind kind() {
        if (!column.isReadable()) {
            return Kind.OTHER;
        }
        if (present == 0) {
            return Kind.EMPTY;
        }
        if (column.isTime()) {
            return Kind.TIME;
        }
        return numbers == present ? Kind.NUMBER : Kind.TEXT;
    }

    ColumnInfo info(boolean isTime) {
        Kind kind = isTime ? Kind.TIME : kind();
        return new ColumnInfo(name(), kind, rows - present, example(40));
    }

    /// Name and kind, and of a text an example: `load (text such as '12 kW')`.
    String described() {
        return name() + switch (kind()) {
            case NUMBER -> " (number)";
            case TIME -> " (time)";
            case TEXT -> example.isEmpty() ? " (text)" : " (text such as '" + example(20) + "')";
            case EMPTY -> " (no value in any row)";
            case OTHER -> " (lists or structures)";
        };
    }

    private String example(int longest) {
        return example.length() > longest ? example.substring(0, longest) + "…" : example;
    }
}
