package org.lstm4j.compute;

import org.lstm4j.kernels.LstmKernels;

/// What a pass computes with. Results do not depend on it: every choice of kernels and threads gives the same bytes.
///
/// Thread-safe: while one caller has the threads, another computes on its own. Close it to end its threads (they are daemons
/// and end with the JVM anyway); what still uses it then runs on its caller's thread, with the same results.
///
/// @param kernels scalar or vector
/// @param workers the threads that share the work
public record Compute(LstmKernels kernels, WorkerPool workers) implements AutoCloseable {

    /// The best kernels of this JVM on that many threads, the caller's included.
    ///
    /// @throws org.lstm4j.ConfigurationException when `-Dlstm4j.kernels` forces kernels that are unknown or cannot work here
    public static Compute withThreads(int threads) {
        return new Compute(KernelChoice.kernels(), new WorkerPool(threads));
    }

    /// The best kernels of this JVM on all cores, shared by all who ask. Closing it has no effect.
    ///
    /// @throws org.lstm4j.ConfigurationException when `-Dlstm4j.kernels` forces kernels that are unknown or cannot work here
    public static Compute shared() {
        KernelChoice.kernels(); // fails here if at all, not while a class is initialised
        return Shared.COMPUTE;
    }

    @Override
    public void close() {
        workers.close();
    }

    private static final class Shared {
        static final Compute COMPUTE = new Compute(
                KernelChoice.kernels(), WorkerPool.endless(Runtime.getRuntime().availableProcessors()));
    }
}
