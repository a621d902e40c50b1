package org.lstm4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Loads a source into DuckDB's table `source_rows`, its columns named `c0`,
/// `c1`, … in the order of the source.
final class TableLoader {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final DuckDb database;
    private final String title;
    private final List<String> missing;

    /// @param missing texts that mean a missing value
    TableLoader(DuckDb database, String title, List<String> missing) {
        this.database = database;
        this.title = title;
        this.missing = missing;
    }

    /// Delimited text: every column is read as text, and typed by [ColumnProfile].
    SourceTable delimited(StagedText text, Dialect dialect) {
        List<String> names = dialect.names();
        String columns = IntStream.range(0, names.size()).mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        database.execute(SqlText.load("read_delimited").with("path", DuckDb.path(text.path()))
                .with("delimiter", SqlText.literal(String.valueOf(dialect.delimiter())))
                .with("header", String.valueOf(dialect.header())).with("skip", String.valueOf(dialect.blankLines()))
                .with("missing", SqlText.list(missing)).with("longest", String.valueOf(TextLines.LONGEST))
                .with("columns", columns));
        return SourceTable.of(database, title,
                IntStream.range(0, names.size()).mapToObj(i -> SourceColumn.ofText(names.get(i), i)).toList(),
                "check the file; when its first line is data already, add --no-header");
    }

    /// A source that has types of its own: JSON, Parquet, a copied query.
    ///
    /// @param reader the SQL after `from`
    SourceTable typed(String reader) {
        List<SourceColumn> columns = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        database.query("describe select * from " + reader, row -> {
            String name = row.getString(1);
            String sql = "c" + columns.size();
            SourceColumn column = new SourceColumn(name, sql, plainType(row.getString(2)));
            columns.add(column);
            // a JSON value as text, without the quotation marks of a string
            String json = row.getString(2).equals("JSON") ? " ->> '$'" : "";
            expressions.add(expression("(" + SqlText.identifier(name) + json + ")", column) + " as " + sql);
        });
        database.execute(SqlText.load("read_typed").with("columns", String.join(", ", expressions))
                .with("reader", reader));
        return SourceTable.of(database, title, columns, "check the source");
    }

    /// Times of day, enumerations and identifiers are texts.
    private static String plainType(String type) {
        return type.startsWith("ENUM") || type.startsWith("TIME WITH") || type.equals("TIME") || type.equals("UUID")
                || type.equals("JSON") ? "VARCHAR" : type;
    }

    /// The column without what means a missing value: texts, and in a number column
    /// those of them that are numbers, such as -999.
    private String expression(String name, SourceColumn column) {
        List<String> tokens = column.isText()
                ? missing.stream().map(SqlText::literal).toList()
                : missing.stream().filter(text -> column.isNumeric() && NUMBER.matcher(text).matches()).toList();
        String value = column.isText() ? "cast(" + name + " as varchar)" : name;
        return tokens.isEmpty()
                ? value
                : "case when " + value + " not in (" + String.join(", ", tokens) + ") then " + value + " end";
    }
}
