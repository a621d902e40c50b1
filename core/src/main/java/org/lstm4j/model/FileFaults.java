package org.lstm4j.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// Words for what can be wrong with one file that is being read.
record FileFaults(Path file) {

    private static final String REPLACE = "take the file from a backup, or write it anew";

    /// The bytes are not what such a file has.
    ModelFileException damaged(String what) {
        return damaged(what, "", "");
    }

    ModelFileException damaged(String what, String expected, String received) {
        return new ModelFileException(new Problem(file + ": " + what, expected, received, REPLACE));
    }

    /// The bytes are sound, but say something that cannot be used.
    ModelFileException unusable(String what, String expected, String received, String fix) {
        return new ModelFileException(new Problem(file + ": " + what, expected, received, fix));
    }

    /// The same, for a reason that a check of a value gave.
    ModelFileException unusable(IllegalArgumentException reason) {
        return new ModelFileException(new Problem(file + ": " + reason.getMessage(), "", "", REPLACE), reason);
    }

    /// The file system did not give the bytes.
    StorageException unreadable(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new StorageException(Problem.of(file + " does not exist", "check the name and the folder"), cause);
        }
        return new StorageException(
                new Problem("cannot read " + file, "", StorageFault.reason(cause), "check that the file may be read"),
                cause);
    }
}
