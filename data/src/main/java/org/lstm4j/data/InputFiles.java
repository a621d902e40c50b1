package org.lstm4j.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lstm4j.DataException;
import org.lstm4j.Lstm4jException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;
import org.lstm4j.Suggestion;

/// Checks of a file before anything is read from it, and what to say when it
/// fails.
final class InputFiles {

    private InputFiles() {}

    /// @throws StorageException when there is no such file, it is a folder, or it may not be read
    /// @throws DataException when it is empty
    static void requireReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw new StorageException(new Problem("'" + file + "' is a folder", "a file", "",
                    "name one of the files in it" + examples(file)));
        }
        if (!Files.exists(file)) {
            throw missing(file);
        }
        if (!Files.isReadable(file)) {
            throw forbidden(file);
        }
        try {
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                throw empty(file.toString());
            }
        } catch (IOException e) {
            throw failure(file.toString(), e);
        }
    }

    /// What an [IOException] while reading means to the user.
    static Lstm4jException failure(String title, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return missing(Path.of(title));
        }
        if (cause instanceof AccessDeniedException) {
            return forbidden(Path.of(title));
        }
        // the message of a FileSystemException begins with paths, perhaps of a temporary copy
        String said = cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : cause.getMessage();
        String reason = said == null ? cause.getClass().getSimpleName() : said;
        return new StorageException(new Problem("'" + title + "' cannot be read", "", reason,
                "check the disk, and that there is room in the folder for temporary files"), cause);
    }

    static DataException empty(String title) {
        return new DataException(
                new Problem("'" + title + "' is empty", "a header line and rows of data", "", "check the file"));
    }

    /// Deletes a temporary copy.
    static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException _) {
            // a copy that cannot be deleted now is deleted when the process ends
            copy.toFile().deleteOnExit();
        }
    }

    private static StorageException missing(Path file) {
        Path name = file.getFileName();
        String guess = name == null ? "" : Suggestion.text(name.toString(), neighbours(file));
        return new StorageException(new Problem("there is no file '" + file + "'", "", "",
                guess + "check the name and the folder it is meant to be in"));
    }

    private static StorageException forbidden(Path file) {
        return new StorageException(new Problem("'" + file + "' may not be read", "a file with read permission", "",
                "change its permissions, or copy it to a folder of your own"));
    }

    private static String examples(Path folder) {
        List<String> names = list(folder).stream()
                .filter(name -> name.matches(".*\\.(csv|tsv|txt|parquet|jsonl?)(\\.gz)?"))
                .limit(3).toList();
        return names.isEmpty() ? "" : ", such as " + String.join(", ", names);
    }

    private static List<String> neighbours(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? List.of() : list(folder);
    }

    /// Names in a folder in order; none when it cannot be listed, for a suggestion
    /// must not hide the error it is part of.
    private static List<String> list(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        names.sort(null);
        return names;
    }
}
