package org.lstm4j.tune.study;

import java.nio.file.Path;
import java.sql.SQLException;
import org.lstm4j.Lstm4jException;
import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;
import org.sqlite.SQLiteErrorCode;

/// Words for what can be wrong with one study file.
record StudyFaults(Path file) {

    private static final String REPLACE = "take the file from a backup, or give another name to begin a new one";
    private static final int LONGEST_REASON = 200;

    /// It is something else.
    ModelFileException notAStudy(String expected, String received) {
        return new ModelFileException(new Problem("'" + file + "' is not a study file", expected, received,
                "give the name of a file that --study made, or a new name"));
    }

    ModelFileException tooNew(int version, int newest) {
        return new ModelFileException(new Problem("'" + file + "' was written by a newer lstm4j",
                "a study file of format " + newest + " at most", "format " + version,
                "use that newer version, or give another name to begin a new file"));
    }

    ModelFileException damaged(String what) {
        return new ModelFileException(damage(what));
    }

    ModelFileException damaged(String what, Throwable cause) {
        return new ModelFileException(damage(what), cause);
    }

    StorageException missing() {
        return new StorageException(
                Problem.of("'" + file + "' does not exist",
                        "check the name and the folder; 'train --study' makes one"));
    }

    StorageException noFolder(Path folder) {
        return new StorageException(Problem.of(
                "the folder of '" + file + "' does not exist", "make it first: mkdir -p '" + folder + "'"));
    }

    StorageException readOnly() {
        return new StorageException(Problem.of("'" + file + "' cannot be written to",
                "check the permissions of the file and of its folder, or use another"));
    }

    StorageException inUse(String user) {
        return new StorageException(Problem.of("'" + file + "' is in use by another " + user,
                "wait until that has ended, or use another file"));
    }

    /// What SQLite answered.
    Lstm4jException of(SQLException cause) {
        return switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff)) {
            case SQLITE_NOTADB -> new ModelFileException(
                    notAStudy("a SQLite database", "something else").problem(), cause);
            case SQLITE_CORRUPT, SQLITE_FORMAT, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_ERROR, SQLITE_CONSTRAINT ->
                damaged(reason(cause), cause);
            case SQLITE_BUSY, SQLITE_LOCKED -> new StorageException(inUse("process").problem(), cause);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> new StorageException(new Problem(
                    "'" + file + "' cannot be opened or written to", "", reason(cause),
                    "check the permissions of the file and of its folder, or use another"), cause);
            case SQLITE_FULL -> new StorageException(Problem.of(
                    "'" + file + "' cannot be written to: the disk is full",
                    "free some space, or use a file on another disk"), cause);
            default -> new StorageException(new Problem("'" + file + "' cannot be used", "", reason(cause),
                    "check the disk, or use a file on another one"), cause);
        };
    }

    /// SQLite's own library could not be loaded.
    static StorageException noSqlite(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new StorageException(new Problem("SQLite does not start",
                "a few MB of room in the temporary folder, for its library", String.valueOf(root.getMessage()),
                "make room, or name another folder with -Djava.io.tmpdir=FOLDER that lets libraries run"), cause);
    }

    private Problem damage(String what) {
        return Problem.of("'" + file + "' is damaged: " + what, REPLACE);
    }

    /// SQLite's own words, which stand in brackets after those of its driver: `[SQLITE_FULL] … (database or disk is full)`.
    private static String reason(SQLException cause) {
        String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        line = line.replaceFirst("^\\[\\w+] .*? \\((.*)\\)$", "$1");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }
}
