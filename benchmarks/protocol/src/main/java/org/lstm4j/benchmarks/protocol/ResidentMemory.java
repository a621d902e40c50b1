package org.lstm4j.benchmarks.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory this process holds, as Linux tells it.
public final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /// The peak so far in kB, `VmHWM`; -1 where the system does not say.
    public static long peakKilobytes() {
        if (!Files.isReadable(STATUS)) {
            return -1;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1; // as on systems without that file
        }
    }
}
