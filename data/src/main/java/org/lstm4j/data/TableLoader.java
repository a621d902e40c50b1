package org.lstm4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Loads a source into DuckDB's table `source_rows`, its columns named `c0`,
/// `c1`, … in the order of the source.
final class TableLoader {

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
                IntStream.range(0, names.size()).mapToObj(i -> SourceColumn.ofText(names.get(i), i)).toList());
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
            expressions.add(expression(SqlText.identifier(name), column) + " as " + sql);
        });
        database.execute(SqlText.load("read_typed").with("columns", String.join(", ", expressions))
                .with("reader", reader));
        return SourceTable.of(database, title, columns);
    }

    /// Times of day, enumerations and identifiers are texts.
    private static String plainType(String type) {
        return type.startsWith("ENUM") || type.startsWith("TIME WITH") || type.equals("TIME") || type.equals("UUID")
                || type.equals("JSON") ? "VARCHAR" : type;
    }

    private String expression(String name, SourceColumn column) {
        if (!column.isText()) {
            return name;
        }
        String tokens = missing.stream().map(SqlText::literal).collect(Collectors.joining(", "));
        return "case when cast(" + name + " as varchar) not in (" + tokens + ") then cast(" + name
                + " as varchar) end";
    }
}
