package org.lstm4j.benchmarks.protocol;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Whether the JIT compiler has come to rest, where it would take a processor from the threads that are measured.
///
/// With two processors and one computing thread the compiler works beside it; with two it takes half of one of them for the
/// first three seconds or so of a process, and a figure of that time says little about the hours that follow.
final class CompilerRest {

    /// Less compilation than this is rest.
    private static final long LITTLE_MILLISECONDS = 20;
    private static final long REST_NANOSECONDS = 500_000_000;

    private final LongSupplier compiledMilliseconds;
    private final LongSupplier nanoseconds;
    private long compiled;
    private long since;

    /// @param compiledMilliseconds of compilation so far
    /// @param nanoseconds a clock
    CompilerRest(LongSupplier compiledMilliseconds, LongSupplier nanoseconds) {
        this.compiledMilliseconds = compiledMilliseconds;
        this.nanoseconds = nanoseconds;
        compiled = compiledMilliseconds.getAsLong();
        since = nanoseconds.getAsLong();
    }

    /// Watches this JVM's compiler if the computing threads leave it no processor of its own; otherwise, and where a JVM
    /// does not say how long it compiled, it counts as at rest.
    static BooleanSupplier forThreads(int computing) {
        CompilationMXBean bean = ManagementFactory.getCompilationMXBean();
        boolean watched = computing >= Runtime.getRuntime().availableProcessors()
                && bean != null && bean.isCompilationTimeMonitoringSupported();
        return watched
                ? new CompilerRest(bean::getTotalCompilationTime, System::nanoTime)::atRest
                : () -> true;
    }

    /// Whether half a second has gone by with next to no compilation. To be asked again and again.
    boolean atRest() {
        long now = nanoseconds.getAsLong();
        long total = compiledMilliseconds.getAsLong();
        if (total - compiled >= LITTLE_MILLISECONDS) {
            compiled = total;
            since = now;
        }
        return now - since >= REST_NANOSECONDS;
    }
}
