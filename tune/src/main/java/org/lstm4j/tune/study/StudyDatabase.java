package org.lstm4j.tune.study;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.Lstm4jException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/// A connection to one SQLite file, whose errors are ours.
///
/// The journal is a rollback journal, not a write-ahead log: all that was committed is in the file itself at any time, so that one file
/// can be copied, and be read in a folder that cannot be written to. `synchronous` is EXTRA, which also forces the folder after a commit:
/// a record is there after a power cut, too. That costs some 20 ms for each on a virtual disk, beside trials of seconds and more.
///
/// Nothing that a file says is trusted: no functions or virtual tables from its schema, cells checked before they are read, no value
/// longer than [#LONGEST] bytes, and extensions stay off. Not safe for use by several threads.
final class StudyDatabase implements AutoCloseable {

    /// How long to wait for another process that writes.
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LONGEST = 64 << 20;

    private final Connection connection;
    private final StudyFaults faults;

    private StudyDatabase(Connection connection, StudyFaults faults) {
        this.connection = connection;
        this.faults = faults;
    }

    /// Opens a file, or makes it.
    static StudyDatabase forWriting(Path file) {
        return open(file, new SQLiteConfig(), "PRAGMA synchronous = EXTRA");
    }

    /// Opens a file that is there. What a process that was killed left half written is still rolled back, where that is allowed.
    static StudyDatabase forReading(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return open(file, config, "PRAGMA query_only = ON");
    }

    private static StudyDatabase open(Path file, SQLiteConfig config, String... more) {
        StudyDatabase database = connect(file, config);
        try {
            database.set("PRAGMA trusted_schema = OFF");
            database.set("PRAGMA cell_size_check = ON");
            database.set("PRAGMA foreign_keys = ON");
            for (String pragma : more) {
                database.set(pragma);
            }
            return database;
        } catch (Lstm4jException e) {
            database.close();
            throw e;
        }
    }

    /// By its URI, in which a name may have question marks and percent signs.
    private static StudyDatabase connect(Path file, SQLiteConfig config) {
        StudyFaults faults = new StudyFaults(file);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LONGEST));
        try {
            return new StudyDatabase(config.createConnection("jdbc:sqlite:" + file.toUri()), faults);
        } catch (SQLException e) {
            throw e.getErrorCode() == SQLiteErrorCode.SQLITE_OK.code ? StudyFaults.noSqlite(e) : faults.of(e);
        } catch (LinkageError e) {
            throw StudyFaults.noSqlite(e);
        }
    }

    /// Also for a file that another program has given a write-ahead log; not before it is known to be ours.
    void useRollbackJournal() {
        set("PRAGMA journal_mode = DELETE");
    }

    StudyFaults faults() {
        return faults;
    }

    /// Runs a statement that changes something.
    ///
    /// @param values texts and whole numbers for its question marks
    void update(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    /// What a reader makes of each row.
    <R> List<R> query(String sql, RowReader<R> reader, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            List<R> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    /// Does something that happens as a whole or not at all, and that no other process writes amidst.
    void atOnce(Runnable work) {
        update("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            work.run();
            update("COMMIT");
            done = true;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    /// The failure that led here is the one to report; closing rolls back too.
    private void rollBack() {
        try (PreparedStatement statement = connection.prepareStatement("ROLLBACK")) {
            statement.executeUpdate();
        } catch (SQLException _) {
            // SQLite has rolled back already
        }
    }

    /// Some pragmas answer with a row, others with none.
    private void set(String pragma) {
        try (PreparedStatement statement = connection.prepareStatement(pragma)) {
            statement.execute();
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    private static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }

    /// Makes something of one row.
    @FunctionalInterface
    interface RowReader<R> {

        R read(ResultSet row) throws SQLException;
    }
}
