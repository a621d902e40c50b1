package org.lstm4j.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command has, before or after its name.
final class GlobalOptions {

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print exactly one JSON object on stdout.")
    boolean json;

    @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT,
            description = "Say nothing but results and errors: no progress, no messages.")
    boolean quiet;

    @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT,
            description = "Say more: log lines, and the stack trace of an error.")
    boolean verbose;

    @Option(names = "-vv", scope = ScopeType.INHERIT, description = "Say everything: debug lines too.")
    boolean debug;

    @Option(names = "--seed", paramLabel = "N", scope = ScopeType.INHERIT, defaultValue = "42",
            converter = Values.WholeNumber.class,
            description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--threads", paramLabel = "N", scope = ScopeType.INHERIT, converter = Values.AutoThreads.class,
            description = "Threads that compute (default: the available cores).")
    @Nullable
    Integer threads;

    /// Threads to compute with: as asked for, or one for each core.
    int threads() {
        return threads != null ? threads : Runtime.getRuntime().availableProcessors();
    }

    /// Whether stack traces are wanted.
    boolean stackTraces() {
        return verbose || debug;
    }
}
