package org.lstm4j.campaigns.hostile;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.lstm4j.Lstm4jException;
import org.lstm4j.interop.ModelImport;
import org.lstm4j.interop.ModelSource;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.tensor.StoredTensor;

/// What came of reading a hostile file.
///
/// @param file that was read
/// @param answer the first line of the error; `read` where it was none
/// @param refused whether by an error of ours
/// @param allocated bytes by the reading, all together: what it held at a time is less
/// @param size of the file in bytes
/// @param milliseconds the median of the readings
record HostileVerdict(HostileFile file, String answer, boolean refused, long allocated, long size,
        double milliseconds) {

    private static final long FREE = 64 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// @param readings how many; one alone has the first use of code in it
    static HostileVerdict of(HostileFile file, int readings) {
        double[] times = new double[readings];
        long allocated = 0;
        String answer = "";
        boolean refused = false;
        for (int index = 0; index < readings; index++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long began = System.nanoTime();
            try {
                read(file);
                answer = "read";
            } catch (Lstm4jException e) {
                answer = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                refused = true;
            } catch (RuntimeException | Error e) {
                answer = "FAULT " + e;
                refused = false;
            }
            times[index] = (System.nanoTime() - began) / 1e6;
            allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(times);
        return new HostileVerdict(file, answer, refused, allocated, size(file.path()), times[readings / 2]);
    }

    private static void read(HostileFile file) {
        if (!file.format().equals("numpy")) {
            ModelImport.read(file.path(), ImportOptions.NONE);
            return;
        }
        try (ModelSource source = ModelSource.open(file.path())) {
            source.tensors().tensors().values().forEach(StoredTensor::floats);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it was refused, or read where it may be, and the file named.
    boolean isRight() {
        return refused
                ? answer.contains(file.path().getFileName().toString())
                : file.harmless() && answer.equals("read");
    }

    /// Whether no more was allocated than twice the file and 64 MB.
    boolean isFrugal() {
        return allocated <= 2 * size + FREE;
    }
}
