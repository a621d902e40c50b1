package org.lstm4j.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// What [AtomicFile] asks of the file system, one method for each step that can fail; a test makes them fail in turn.
class Disk {

    static final Disk REAL = new Disk();

    /// Makes a file that did not exist.
    FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// Where bytes go that are to be in the file.
    OutputStream stream(FileChannel file) {
        return Channels.newOutputStream(file);
    }

    /// Returns when everything written so far would survive a power cut.
    void force(FileChannel file) throws IOException {
        file.force(true);
    }

    /// Gives the target the temporary file's content in one step.
    void replace(Path temporary, Path target) throws IOException {
        if (Files.exists(target) && isPosix(target)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Returns when the names in the folder would survive a power cut. Only POSIX systems can and need to be asked.
    void forceFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
