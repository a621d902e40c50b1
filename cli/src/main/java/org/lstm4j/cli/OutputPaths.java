package org.lstm4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// Looks at where results will be written before hours of work are done for them.
final class OutputPaths {

    private OutputPaths() {}

    /// Checks that each file's folder is there and can be written to.
    ///
    /// @throws StorageException when one is not
    static void requireWritable(@Nullable Path... files) {
        for (Path file : files) {
            if (file != null) {
                requireWritable(file);
            }
        }
    }

    private static void requireWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new StorageException(Problem.of("'" + file + "' is a folder", "give a file name in it"));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StorageException(Problem.of(
                    "the folder of '" + file + "' does not exist", "make it first: mkdir -p '" + folder + "'"));
        }
        if (!Files.isWritable(folder)) {
            throw new StorageException(
                    Problem.of("the folder '" + folder + "' cannot be written to", "choose another"));
        }
    }
}
