package org.lstm4j.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lstm4j.benchmarks.protocol.Answer;
import org.lstm4j.benchmarks.protocol.Assignment;

/// Runs one contestant once.
final class ContestantProcess {

    private static final long MOST_MINUTES = 15;

    private final Path folder;

    /// @param folder for what processes print
    ContestantProcess(Path folder) {
        this.folder = folder;
    }

    /// Starts the contestant, waits for its end and reads its answer.
    Outcome run(Contestant contestant, Assignment assignment) {
        List<String> command = new ArrayList<>(contestant.command());
        command.addAll(assignment.arguments());
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(output.toFile());
        String threads = Integer.toString(assignment.threads());
        for (String name : List.of("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")) {
            builder.environment().put(name, threads);
        }
        builder.environment().remove("OMP_WAIT_POLICY");
        builder.environment().putAll(contestant.environment());
        try {
            long start = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = waitFor(process);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().toList();
            return ended
                    ? outcome(process.exitValue(), seconds, lines)
                    : new Outcome.Failure("did not end within " + MOST_MINUTES + " minutes");
        } catch (IOException e) {
            return new Outcome.Failure("could not be started: " + e.getMessage());
        }
    }

    private static boolean waitFor(Process process) {
        try {
            return process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    static Outcome outcome(int exitCode, double seconds, List<String> lines) {
        Optional<Answer> answer = Answer.parse(lines);
        if (exitCode == 0 && answer.isPresent()) {
            return new Outcome.Success(answer.get(), seconds);
        }
        return new Outcome.Failure(Answer.reason(lines).orElseGet(
                () -> "ended with exit code " + exitCode + (lines.isEmpty() ? "" : ": " + lines.getLast())));
    }
}
