package org.lstm4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;

/// Starts fresh JVMs with the flags and the class path of this one. The row of the plain loops runs without the incubating
/// module, as a program does that knows nothing of it.
public final class ChildJvm {

    private static final long MOST_MINUTES = 5;

    private ChildJvm() {}

    /// What a child came to.
    ///
    /// @param seconds from just before its start to its end
    /// @param lines what it said on standard output and standard error
    public record Outcome(double seconds, List<String> lines) {

        public Outcome {
            lines = List.copyOf(lines);
        }

        String lastLine() {
            return lines.getLast();
        }
    }

    /// Runs `main` with the moment just before its start, in microseconds since 1970, as the first argument.
    ///
    /// @throws StorageException when the JVM cannot be started, fails, or does not end
    static Outcome run(Class<?> main, boolean vector, String... arguments) {
        return run(main, vector, List.of(), arguments);
    }

    /// Runs `main` with that moment as the first argument, and with more flags for the JVM.
    ///
    /// @throws StorageException when the JVM cannot be started, fails, or does not end
    public static Outcome run(Class<?> main, boolean vector, List<String> flags, String... arguments) {
        List<String> command = command(main, vector, flags);
        Instant start = Instant.now();
        command.add(Long.toString(microseconds(start)));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
            double seconds = Duration.between(start, Instant.now()).toNanos() / 1e9;
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw failed(ended ? "ended with exit code " + process.exitValue() : "did not end", output, null);
            }
            return new Outcome(seconds, output.lines().toList());
        } catch (IOException e) {
            throw failed("could not be started", "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", "", e);
        }
    }

    static long microseconds(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1000);
    }

    /// The command that starts `main` with the flags and the class path of this JVM, and with more flags.
    public static List<String> command(Class<?> main, boolean vector, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            // an agent belongs to this JVM alone, and measures it rather than the child
            if (!flag.startsWith("-javaagent") && !flag.startsWith("-agentlib")
                    && !flag.startsWith("--add-modules=jdk.incubator.vector")) {
                command.add(flag);
            }
        }
        if (vector) {
            command.add("--add-modules=jdk.incubator.vector");
        }
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    private static StorageException failed(String how, String output, @org.jspecify.annotations.Nullable Throwable e) {
        Problem problem = Problem.of("the JVM started for a benchmark " + how + (output.isEmpty() ? "" : ": " + output),
                "see what it said; `lstm4j bench` can leave out the modes process, memory_mb and first_step");
        return e == null ? new StorageException(problem) : new StorageException(problem, e);
    }
}
