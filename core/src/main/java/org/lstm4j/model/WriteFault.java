package org.lstm4j.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// Words for why a file could not be written.
final class WriteFault {

    /// With less than this free, the disk counts as full whatever the system's words for it are.
    private static final long NEARLY_FULL = 1 << 20;

    private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB");

    private WriteFault() {}

    /// @param place any path on the same disk
    static StorageException of(Path name, Path place, IOException cause) {
        long free = freeBytes(place);
        String received = StorageFault.reason(cause) + (free < 0 ? "" : ", " + describe(free) + " free");
        return new StorageException(new Problem("cannot write " + name, "", received, fix(cause, free)), cause);
    }

    private static String fix(IOException cause, long free) {
        return switch (cause) {
            case AccessDeniedException _ -> "choose a file and folder that you may write to";
            case NoSuchFileException _ -> "create the folder first, or choose another";
            default -> (free >= 0 && free < NEARLY_FULL) || StorageFault.reason(cause).contains("space")
                    ? "free some space, or choose a folder on another disk"
                    : "choose another folder, or try again";
        };
    }

    private static String describe(long bytes) {
        int step = 0;
        long size = bytes;
        while (size >= 10_000 && step < UNITS.size() - 1) {
            size /= 1024;
            step++;
        }
        return size + " " + UNITS.get(step);
    }

    /// Negative when the system does not say.
    private static long freeBytes(Path place) {
        try {
            return Files.getFileStore(place).getUsableSpace();
        } catch (IOException _) {
            return -1;
        }
    }
}
