package org.lstm4j.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// Writes a file so that it is always whole: before, during and after, under its name stands the old content or the new.
///
/// {@snippet :
/// AtomicFile.write(Path.of("forecast.csv"), out -> out.write(bytes));
/// }
///
/// The content goes to a temporary file in the same folder, is forced to the disk, moved over the target in one step, and
/// the folder is forced too. After any failure the old file is intact and the temporary file is gone. A process that is killed
/// while it writes leaves its temporary file (`.lstm4j-….tmp`) behind; a write into the same folder a day or more later
/// deletes it. A symbolic link stays one: what it points to is replaced, or made. Permissions of an existing file are kept. A device or pipe, such as `/dev/stdout`, is
/// written to directly.
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;
    private static final String PREFIX = ".lstm4j-";
    private static final String SUFFIX = ".tmp";
    /// No write goes on for so long without a byte: what is older belongs to a process that was killed.
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path name;
    private final Disk disk;

    private AtomicFile(Path name, Disk disk) {
        this.name = name;
        this.disk = disk;
    }

    /// What is to be written.
    @FunctionalInterface
    public interface Content {

        /// Writes to a buffered stream, which need be neither flushed nor closed.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Replaces a file, or makes it.
    ///
    /// Completes on an interrupted thread too, so that a run that was told to stop can save what it has.
    ///
    /// @throws StorageException when that fails; says path, cause and free space
    public static void write(Path file, Content content) {
        write(file, content, Disk.REAL);
    }

    static void write(Path file, Content content, Disk disk) {
        boolean interrupted = Thread.interrupted(); // a file channel would refuse to write
        try {
            new AtomicFile(file, disk).write(content);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write(Content content) {
        if (Files.exists(name) && !Files.isRegularFile(name)) {
            writeDirectly(content);
            return;
        }
        Path target = target();
        Path folder = target.resolveSibling("");
        Path temporary = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        try {
            fill(temporary, content);
            disk.replace(temporary, target);
        } catch (IOException e) {
            throw WriteFault.of(name, folder, e);
        } finally {
            deleteIfThere(temporary);
        }
        forceFolder(folder);
        deleteAbandoned(target);
    }

    /// The file itself, behind links, one of which may point to a file that does not exist yet.
    private Path target() {
        try {
            if (Files.isSymbolicLink(name) && !Files.exists(name)) {
                return name.resolveSibling(Files.readSymbolicLink(name)).toAbsolutePath();
            }
            return Files.exists(name) ? name.toRealPath() : name.toAbsolutePath();
        } catch (IOException e) {
            throw WriteFault.of(name, name, e);
        }
    }

    private void fill(Path temporary, Content content) throws IOException {
        try (FileChannel channel = disk.create(temporary)) {
            OutputStream out = new BufferedOutputStream(disk.stream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            disk.force(channel);
        }
    }

    private void forceFolder(Path folder) {
        try {
            disk.forceFolder(folder);
        } catch (IOException e) {
            throw new StorageException(
                    new Problem("wrote " + name + ", but could not force its folder to the disk", "",
                            StorageFault.reason(e), "write it again, or a power cut may bring back the old file"),
                    e);
        }
    }

    private void writeDirectly(Content content) {
        if (Files.isDirectory(name)) {
            throw new StorageException(
                    new Problem("cannot write " + name, "a file", "a folder", "add a file name to the path"));
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(name), BUFFER)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw WriteFault.of(name, name, e);
        }
    }

    /// Never the reason for a failure: the file that was to be written is whole. The time it was written at is the file
    /// system's own now, so that no two clocks are compared.
    private static void deleteAbandoned(Path written) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(written.resolveSibling(""), PREFIX + "*" + SUFFIX)) {
            Instant latest = Files.getLastModifiedTime(written).toInstant().minus(ABANDONED);
            for (Path temporary : left) {
                if (Files.getLastModifiedTime(temporary).toInstant().isBefore(latest)) {
                    deleteIfThere(temporary);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // a folder that may be written but not listed, or a file that another process deleted first
        }
    }

    private static void deleteIfThere(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException _) {
            // the failure that led here is the one to report
        }
    }
}
