package org.lstm4j.tune.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// The right to go on with the study of a file: one process has it at a time, while others may still look at the file and add runs.
///
/// It is a lock of the operating system on a file of its own beside the study, `s.db-lock`. The system takes it from a process that
/// dies, so that a file left behind hinders nobody; when the lock is given back the file is deleted.
final class TuningLock implements AutoCloseable {

    private static final String SUFFIX = "-lock";
    private static final int LONGEST = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private TuningLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws StorageException when another process has it, or the file cannot be written
    static TuningLock acquire(Path study) {
        Path file = study.resolveSibling(study.getFileName() + SUFFIX);
        try {
            TuningLock lock = attempt(study, file);
            while (lock == null) {
                lock = attempt(study, file);
            }
            return lock;
        } catch (IOException e) {
            throw new StorageException(new Problem("cannot write '" + file + "', which keeps others from tuning '"
                    + study + "' too", "", String.valueOf(e.getMessage()),
                    "check the permissions of the folder and the free space"), e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // it is not locked any more, and that is what counts
        }
    }

    /// Null when the file that was locked is no longer the one of that name: the former holder has deleted it in between.
    private static @Nullable TuningLock attempt(Path study, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            if (!locks(channel)) {
                throw new StudyFaults(study).inUse("tuning");
            }
            kept = isStillThere(channel, file);
            return kept ? new TuningLock(file, channel) : null;
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    @SuppressWarnings("resource") // given back with the channel
    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// Whether the file of that name has the length that the channel was just given. The file is not opened to look into it: closing it
    /// again would take the lock from this process.
    private static boolean isStillThere(FileChannel channel, Path file) throws IOException {
        int length = 1 + (UUID.randomUUID().hashCode() & LONGEST - 1);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), length - 1L);
        try {
            return Files.size(file) == length;
        } catch (NoSuchFileException _) {
            return false;
        }
    }
}
