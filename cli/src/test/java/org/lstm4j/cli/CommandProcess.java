package org.lstm4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command line as a process of its own, and what it said.
record CommandProcess(int code, String out, String err) {

    static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    private static final long PATIENCE_SECONDS = 400;

    /// Runs a command to its end.
    static CommandProcess run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(builder(folder, List.of(), arguments));
    }

    /// Runs what was built to its end.
    static CommandProcess run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("lstm4j-test-", ".out");
        Path err = Files.createTempFile("lstm4j-test-", ".err");
        try {
            int code = end(builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start());
            return new CommandProcess(code, Files.readString(out), withoutNotice(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /// A command that is not started yet. Only the quick compiler works for it, which starts sooner; long trainings need the
    /// flag [#BOTH_COMPILERS].
    ///
    /// @param folder where it runs
    /// @param flags further flags of the JVM
    static ProcessBuilder builder(Path folder, List<String> flags, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(flags);
        words.add(Lstm4j.class.getName());
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).directory(folder.toFile());
    }

    /// The exit code.
    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end within " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    /// What was said on stderr, without the JVM's notice about the vector module, which the launcher keeps away.
    static String withoutNotice(Path err) throws IOException {
        return Files.readString(err).replaceFirst("WARNING: Using incubator modules: jdk.incubator.vector\\R", "");
    }
}
