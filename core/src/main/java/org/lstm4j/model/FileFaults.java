package org.lstm4j.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// Words for what can be wrong with one file that is being read.
///
/// @param file how messages call it: its path, or that and the part of it that is read
public record FileFaults(String file) {

    private static final String REPLACE = "take the file from a backup, or fetch or write it anew";

    public FileFaults(Path file) {
        this(file.toString());
    }

    /// The same for a part of the file.
    ///
    /// @param part such as the name of a member of an archive, which may be anything
    public FileFaults of(String part) {
        return new FileFaults(file + ": " + Quoted.of(part));
    }

    /// The bytes are not what such a file has.
    public ModelFileException damaged(String what) {
        return damaged(what, "", "");
    }

    /// The bytes from there on are not what such a file has.
    ///
    /// @param offset of the first byte in question, from the start of the file or the part
    public ModelFileException damagedAt(long offset, String what, String expected, String received) {
        return damaged("at byte " + offset + ": " + what, expected, received);
    }

    public ModelFileException damaged(String what, String expected, String received) {
        return new ModelFileException(new Problem(file + ": " + what, expected, received, REPLACE));
    }

    /// What the bytes say is not what such a file says, for a reason that a check of a value gave.
    public ModelFileException damaged(IllegalArgumentException reason) {
        return unusable(reason, REPLACE);
    }

    /// The bytes are sound, but say something that cannot be used.
    public ModelFileException unusable(String what, String expected, String received, String fix) {
        return new ModelFileException(new Problem(file + ": " + what, expected, received, fix));
    }

    /// The same, for a reason that a check of a value gave.
    public ModelFileException unusable(IllegalArgumentException reason, String fix) {
        return new ModelFileException(new Problem(file + ": " + reason.getMessage(), "", "", fix), reason);
    }

    /// The file system did not give the bytes.
    public StorageException unreadable(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new StorageException(Problem.of(file + " does not exist", "check the name and the folder"), cause);
        }
        return new StorageException(
                new Problem("cannot read " + file, "", StorageFault.reason(cause), "check that the file may be read"),
                cause);
    }
}
