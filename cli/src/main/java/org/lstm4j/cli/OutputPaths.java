package org.lstm4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// Looks at where results will be written before hours of work are done for them.
final class OutputPaths {

    private final List<Path> inputs;

    private OutputPaths(List<Path> inputs) {
        this.inputs = inputs;
    }

    /// @param files what is read and must not be replaced; null is no file
    static OutputPaths reading(@Nullable Path... files) {
        return new OutputPaths(present(files).toList());
    }

    /// Checks that each file's folder is there and can be written to, and that no file would replace one that is read or
    /// another that is written.
    ///
    /// @param files what will be written; null is no file
    /// @throws StorageException when a file cannot be written
    /// @throws ConfigurationException when two files are the same
    void requireWritable(@Nullable Path... files) {
        List<Path> outputs = present(files).toList();
        for (int index = 0; index < outputs.size(); index++) {
            Path file = outputs.get(index);
            requireWritable(file);
            if (isAmong(inputs, file)) {
                throw new ConfigurationException(Problem.of(
                        "'" + file + "' is read, and the result would replace it", "give another name for the result"));
            }
            if (isAmong(outputs.subList(0, index), file)) {
                throw new ConfigurationException(Problem.of(
                        "two results would be written to '" + file + "'", "give each a name of its own"));
            }
        }
    }

    /// Makes a folder for results where there is none.
    ///
    /// @throws StorageException when there is something else of that name
    /// @throws IOException when it cannot be made
    static void makeFolder(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StorageException(Problem.of("'" + folder + "' is no folder", "give the name of a folder"));
        }
        Files.createDirectories(folder);
    }

    private static Stream<Path> present(@Nullable Path... files) {
        return Arrays.stream(files).filter(Objects::nonNull);
    }

    private static boolean isAmong(List<Path> others, Path file) {
        return others.stream().anyMatch(other -> isSame(other, file));
    }

    /// Devices may be named twice: `--out /dev/null --report /dev/null`.
    private static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isRegularFile(one) && Files.isSameFile(one, other);
            }
            return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
