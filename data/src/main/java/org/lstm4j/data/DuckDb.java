package org.lstm4j.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// A DuckDB of our own, in memory, that can reach one file and nothing else.
///
/// Every query has a statement of its own: after an error DuckDB's statements
/// are closed.
final class DuckDb implements AutoCloseable {

    private static final Pattern BAD_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern CELLS = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

    private static final Pattern ERROR_KIND = Pattern.compile("^([A-Z]\\w* )+Error: ");

    private final Connection connection;
    private final @Nullable Path file;
    private final String title;
    private final String expected;

    private DuckDb(Connection connection, @Nullable Path file, String title, String expected) {
        this.connection = connection;
        this.file = file;
        this.title = title;
        this.expected = expected;
    }

    /// @param file the only file queries may read; null for none
    /// @param title what messages call the source
    /// @param expected what the source should be, for messages: `valid JSON`
    /// @param decimal the decimal sign of numbers in texts
    static DuckDb open(@Nullable Path file, String title, String expected, char decimal) {
        DuckDb database = new DuckDb(connect(), file, title, expected);
        try {
            database.execute(SqlText.load("settings").with("path", file == null ? "" : path(file)));
            String point = "case when contains(t, '.') then null else replace(t, ',', '.') end";
            database.execute(SqlText.load("macros").with("t", decimal == ',' ? point : "t"));
            return database;
        } catch (DataException e) {
            database.close();
            throw e;
        }
    }

    private static Connection connect() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException | LinkageError e) {
            // its driver unpacks a native library into the temporary folder when the class is loaded
            Throwable root = e;
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                root = cause;
            }
            throw new StorageException(new Problem("DuckDB does not start",
                    "70 MB of room in the temporary folder, for its library", String.valueOf(root.getMessage()),
                    "make room, or name another folder with -Djava.io.tmpdir=FOLDER that lets libraries run"), e);
        }
    }

    /// Whether DuckDB can read a file by its path: it takes `*`, `?` and `[` for
    /// patterns, and reads a file more than once.
    static boolean canOpen(Path file) {
        return Files.isRegularFile(file) && !file.toString().matches("(?s).*[*?\\[].*");
    }

    /// A path as an SQL literal.
    static String path(Path file) {
        return SqlText.literal(file.toAbsolutePath().toString());
    }

    /// Runs statements.
    ///
    /// @throws DataException when one fails, with what is wrong with the source
    void execute(SqlText statements) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements.toString());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /// Hands every row of a query to a reader.
    ///
    /// @throws DataException when the query fails
    void query(String sql, RowReader reader) {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close: " + e.getMessage(), e);
        }
    }

    /// Takes one row.
    @FunctionalInterface
    interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    private DataException unreadable(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        Matcher line = BAD_LINE.matcher(message);
        if (message.contains("Maximum line size")) {
            return TextLines.tooLong(title, line.find() ? Long.parseLong(line.group(1)) : 0);
        }
        if (message.contains("Invalid unicode")) {
            return TextEncoding.notUtf8(title);
        }
        if (line.find()) {
            return new DataException(brokenLine(line.group(1), message), cause);
        }
        if (message.contains("maximum_object_size")) {
            return new DataException(new Problem("an object of '" + title + "' is too long",
                    "at most 16 MiB for each row", "more",
                    "give an array of objects, or a line for each object, where an object is a row"), cause);
        }
        return new DataException(new Problem("'" + title + "' cannot be read", expected, reason(message),
                "check that the file is complete and of the kind its name says"), cause);
    }

    private Problem brokenLine(String number, String message) {
        Matcher cells = CELLS.matcher(message);
        if (cells.find()) {
            boolean single = cells.group(1).equals("1");
            return new Problem("line " + number + " of '" + title + "' is broken", columns(cells.group(1)),
                    columns(cells.group(2)),
                    single
                            ? "remove what stands above the header, or give the right --delimiter"
                            : "correct the line, give the right --delimiter, or add --wide when each row is a series");
        }
        boolean quote = message.contains("quote");
        return new Problem("line " + number + " of '" + title + "' is broken", "",
                quote ? "a quotation mark that is not closed" : "",
                "correct the line, or give the right --delimiter");
    }

    private static String columns(String count) {
        return count + (count.equals("1") ? " column" : " columns");
    }

    /// The first line of a message, without what only DuckDB's users understand and
    /// where a temporary copy lies.
    private String reason(String message) {
        String line = ERROR_KIND.matcher(message.lines().findFirst().orElse("")).replaceFirst("").strip();
        line = file == null ? line : line.replace(file.toAbsolutePath().toString(), title);
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
