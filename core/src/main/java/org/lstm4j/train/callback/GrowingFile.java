package org.lstm4j.train.callback;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// A file that grows at its end, piece by piece. It is open only while a piece is written: a run that is stopped at any moment
/// leaves all pieces before, and no handle.
final class GrowingFile {

    private final Path path;

    GrowingFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// Replaces the file, if there is one, by an empty one.
    ///
    /// @throws StorageException when that fails
    void begin() {
        write(new byte[0], StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /// Writes at the end.
    ///
    /// @throws StorageException when that fails
    void append(byte[] piece) {
        write(piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// What the file has now; nothing when there is no file.
    ///
    /// @throws StorageException when it cannot be read
    byte[] content() {
        try {
            return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        } catch (IOException e) {
            throw fault("cannot read " + path, e);
        }
    }

    /// A stream, and not a channel: it writes on an interrupted thread too, so that a run that was told to stop can log what it
    /// has.
    private void write(byte[] piece, OpenOption... how) {
        try (OutputStream out = Files.newOutputStream(path, how)) {
            out.write(piece);
        } catch (IOException e) {
            throw fault("cannot write " + path, e);
        }
    }

    /// Makes a folder with those it is in.
    ///
    /// @throws StorageException when that fails
    static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw fault("cannot make the folder " + folder, e);
        }
    }

    private static StorageException fault(String what, IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> new StorageException(
                    new Problem(what, "", "permission denied", "choose a place that you may write to"), cause);
            case NoSuchFileException _ -> new StorageException(
                    new Problem(what, "", "no such file or folder", "create the folder first, or choose another"),
                    cause);
            default -> new StorageException(
                    new Problem(what, "", reason(cause), "free some space, or choose another place"), cause);
        };
    }

    private static String reason(IOException cause) {
        if (cause instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
