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
import java.util.List;
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
            boolean noDriver = "08001".equals(e.getSQLState());
            throw new DataException(new Problem("the query cannot be read", "",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    noDriver
                            ? "check the --db URL, and put the database's JDBC driver on the class path"
                            : "check --db and --sql"),
                    e);
        }
    }

    private static void copy(ResultSet rows, Connection duckdb) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Kind> kinds = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Kind kind = Kind.of(columns.getColumnType(i));
            kinds.add(kind);
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
