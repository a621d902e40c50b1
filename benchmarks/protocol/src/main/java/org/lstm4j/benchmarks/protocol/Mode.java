package org.lstm4j.benchmarks.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is measured of a workload.
public enum Mode {
    /// One step of training: forward, loss, backward, Adam.
    TRAIN_STEP,
    /// Inference on one sequence.
    INF1,
    /// Inference on 64 sequences.
    INF64,
    /// One step of an endless sequence, with state in and out.
    STREAM_STEP,
    /// A fresh JVM that runs the whole chapter.
    PROCESS,
    /// Peak resident memory of that JVM, in MB.
    MEMORY_MB,
    /// From the start of a fresh JVM to the end of its first training step.
    FIRST_STEP;

    /// As in the CSV lines.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mode> of(String label) {
        return Arrays.stream(values()).filter(mode -> mode.label().equals(label)).findFirst();
    }

    /// Whether it is measured in a JVM of its own.
    public boolean inOwnProcess() {
        return this == PROCESS || this == MEMORY_MB || this == FIRST_STEP;
    }

    /// Whether it makes sense for a workload: a stream is streamed, and the chapter has the shape of W1.
    public boolean suits(Workload workload) {
        return switch (this) {
            case TRAIN_STEP, INF1, INF64 -> !workload.streams();
            case STREAM_STEP -> workload.streams();
            case PROCESS, MEMORY_MB, FIRST_STEP -> workload.name().equals("W1");
        };
    }
}
