package org.lstm4j.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// Copies the rows of a query in another database into DuckDB's table
/// `query_rows`, so that they take the same way as those of a file.
final class QueryCopy {

    private QueryCopy() {}

    /// @throws DataException when there is no driver, no connection, or the query fails
    static void copy(Source.QuerySource source, DuckDb database) {
        try (Connection connection = DriverManager.getConnection(source.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(source.sql())) {
            copy(rows, database.connection());
        } catch (SQLException e) {
            // as DriverManager says it; its message holds the URL, and so perhaps a password
            boolean noDriver = "08001".equals(e.getSQLState())
                    && String.valueOf(e.getMessage()).startsWith("No suitable driver");
            throw new DataException(noDriver
                    ? new Problem("there is no driver for the database", "a URL such as jdbc:duckdb:sales.duckdb",
                            "one that begins with '" + scheme(source.url()) + "'",
                            "check the --db URL, and put the database's JDBC driver on the class path")
                    : new Problem("the query cannot be read", "",
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("").replace(source.url(),
                                    scheme(source.url()) + "…"),
                            "check --db and --sql"),
                    e);
        }
    }

    /// The part of a URL that tells the kind of database: `jdbc:postgresql:`.
    private static String scheme(String url) {
        int end = url.indexOf(':', url.indexOf(':') + 1);
        return url.startsWith("jdbc:") && end > 0 ? url.substring(0, end + 1) : "";
    }

    private static void copy(ResultSet rows, Connection duckdb) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Set<String> names = new HashSet<>();
        List<Kind> kinds = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Kind kind = Kind.of(columns.getColumnType(i));
            kinds.add(kind);
            requireNew(columns.getColumnLabel(i), names);
            definitions.add(SqlText.identifier(columns.getColumnLabel(i)) + " " + kind.type);
        }
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("create table query_rows (" + String.join(", ", definitions) + ")");
        }
        try (DuckDBAppender appender = duckdb.unwrap(DuckDBConnection.class).createAppender("query_rows")) {
            while (rows.next()) {
                appender.beginRow();
                for (int i = 0; i < kinds.size(); i++) {
                    kinds.get(i).append(rows, i + 1, appender);
                }
                appender.endRow();
            }
        }
    }

    private static void requireNew(String label, Set<String> names) {
        if (!names.add(label.toLowerCase(Locale.ROOT))) {
            throw new DataException(new Problem("the query has two columns called '" + label + "'",
                    "different names, upper and lower case being the same", "'" + label + "' twice",
                    "name one of them otherwise in --sql: select a, b as a2"));
        }
    }

    /// How a column is carried over. Times go as `java.time` values, so that no
    /// default time zone comes in.
    private enum Kind {

        BOOLEAN("BOOLEAN"), INTEGER("BIGINT"), NUMBER("DOUBLE"), DATE("DATE"), LOCAL_TIME("TIMESTAMP"), INSTANT(
                "TIMESTAMP WITH TIME ZONE"), TEXT("VARCHAR");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        static Kind of(int jdbcType) {
            return switch (jdbcType) {
                case Types.BIT, Types.BOOLEAN -> BOOLEAN;
                case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
                case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> NUMBER;
                case Types.DATE -> DATE;
                case Types.TIMESTAMP -> LOCAL_TIME;
                case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
                default -> TEXT;
            };
        }

        void append(ResultSet row, int i, DuckDBAppender target) throws SQLException {
            if (row.getObject(i) == null) {
                target.appendNull();
                return;
            }
            switch (this) {
                case BOOLEAN -> target.append(row.getBoolean(i));
                case INTEGER -> target.append(row.getLong(i));
                case NUMBER -> target.append(row.getDouble(i));
                case DATE -> target.append(row.getObject(i, LocalDate.class));
                case LOCAL_TIME -> target.append(row.getObject(i, LocalDateTime.class));
                case INSTANT -> target.append(row.getObject(i, OffsetDateTime.class));
                case TEXT -> target.append(row.getString(i));
            }
        }
    }
}
