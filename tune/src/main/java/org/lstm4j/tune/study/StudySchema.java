package org.lstm4j.tune.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lstm4j.ModelFileException;

/// The tables of a study file, and how a file is known for one: by SQLite's `application_id`, `user_version` for the format, and by
/// having these tables and nothing else. A file with triggers or views of somebody's own would do what they say, so it is refused.
final class StudySchema {

    /// The letters LSTM.
    static final int APPLICATION = 0x4C53544D;
    static final int FORMAT = 1;

    private static final List<String> STATEMENTS = statements();

    private final StudyDatabase database;

    StudySchema(StudyDatabase database) {
        this.database = database;
    }

    /// Whether nothing was ever written: so it is with a file of no bytes.
    boolean isMissing() {
        return number("PRAGMA application_id") == 0
                && number("PRAGMA user_version") == 0
                && number("SELECT count(*) FROM sqlite_schema") == 0;
    }

    void create() {
        STATEMENTS.forEach(database::update);
        database.update("PRAGMA application_id = " + APPLICATION);
        database.update("PRAGMA user_version = " + FORMAT);
    }

    /// Writes what is there already.
    void touch() {
        database.update("PRAGMA user_version = " + FORMAT);
    }

    /// @throws ModelFileException when the file is none of ours, of a newer format or damaged
    void check() {
        StudyFaults faults = database.faults();
        if (isMissing()) {
            throw faults.notAStudy("a file that was written to", "an empty file");
        }
        if (number("PRAGMA application_id") != APPLICATION) {
            throw faults.notAStudy("a database of lstm4j", "a SQLite database of another program");
        }
        int version = number("PRAGMA user_version");
        if (version > FORMAT) {
            throw faults.tooNew(version, FORMAT);
        }
        if (version != FORMAT) {
            throw faults.damaged("there is no format " + version);
        }
        checkTables();
        String sound = database.query("PRAGMA quick_check(1)", row -> row.getString(1)).getFirst();
        if (!sound.equals("ok")) {
            throw faults.damaged(sound.lines().collect(Collectors.joining(" ")));
        }
    }

    private void checkTables() {
        Map<String, String> found = new TreeMap<>();
        database.query("SELECT name, sql FROM sqlite_schema",
                row -> found.put(String.valueOf(row.getString(1)), String.valueOf(row.getString(2))));
        for (String statement : STATEMENTS) {
            String table = statement.split(" ", 4)[2];
            String there = found.remove(table);
            if (there == null) {
                throw database.faults().damaged("its table '" + table + "' is missing");
            }
            if (!there.equals(statement)) {
                throw database.faults().damaged("its table '" + table + "' has other columns than it should");
            }
        }
        if (!found.isEmpty()) {
            throw database.faults().damaged("it has " + found.keySet().size() + " tables, views or triggers too many");
        }
    }

    private int number(String sql) {
        return database.query(sql, row -> row.getInt(1)).getFirst();
    }

    /// As SQLite keeps them: without the comments before them and the semicolon after.
    private static List<String> statements() {
        try (InputStream resource = StudySchema.class.getResourceAsStream("schema.sql")) {
            if (resource == null) {
                throw new IllegalStateException("schema.sql is missing from the program");
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
            return Arrays.stream(text.split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
