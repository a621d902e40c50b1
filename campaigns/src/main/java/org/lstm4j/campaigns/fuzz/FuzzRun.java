package org.lstm4j.campaigns.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lstm4j.campaigns.SoundFiles;

/// What a run of Jazzer came to.
///
/// @param target that was fuzzed
/// @param executions inputs that were tried
/// @param perSecond of them
/// @param coverage edges of the readers' code that inputs went over
/// @param lastNewEdge the last execution that went over a new one
/// @param processorSeconds of the process, all its threads together
/// @param exitCode 0 when nothing was found
/// @param log where all that Jazzer said is
record FuzzRun(FuzzTarget target, long executions, long perSecond, int coverage, long lastNewEdge,
        long processorSeconds, int exitCode, Path log) {

    private static final Pattern PROGRESS = Pattern
            .compile("#(\\d+)\\s+([A-Za-z]+)\\s+cov: (\\d+) .*exec/s: (\\d+).*");
    private static final int TIMEOUT_SECONDS = 10;
    private static final int LONGEST_INPUT = 32_768;

    /// Runs Jazzer in a process of 256 MB.
    ///
    /// @param folder where corpora, findings and logs are kept
    /// @param sound files to begin with
    static FuzzRun of(FuzzTarget target, Path folder, SoundFiles sound, int seconds, long executions)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(target.label()).toAbsolutePath());
        Path corpus = Files.createDirectories(own.resolve("corpus"));
        for (Map.Entry<String, byte[]> seed : new FuzzSeeds(sound).of(target).entrySet()) {
            Files.write(corpus.resolve(seed.getKey()), seed.getValue());
        }
        Path log = own.resolve("log.txt");
        Process process = new ProcessBuilder(command(target, own, corpus, seconds, executions))
                .directory(own.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Duration processor = Duration.ZERO;
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            processor = process.info().totalCpuDuration().orElse(processor);
        }
        return parse(target, log, process.exitValue(), processor.toSeconds());
    }

    private static List<String> command(FuzzTarget target, Path own, Path corpus, int seconds, long executions) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-XX:+EnableDynamicAgentLoading", "-cp",
                absolute(System.getProperty("java.class.path")), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(), "--target_args=" + target.label(),
                "--instrumentation_includes=org.lstm4j.interop.**:org.lstm4j.model.**:org.lstm4j.json.**",
                "-timeout=" + TIMEOUT_SECONDS, "-rss_limit_mb=0", "-max_len=" + LONGEST_INPUT, "-seed=42",
                "-print_final_stats=0", "-artifact_prefix=" + own + "/"));
        if (seconds > 0) {
            command.add("-max_total_time=" + seconds);
        }
        if (executions > 0) {
            command.add("-runs=" + executions);
        }
        command.add(corpus.toString());
        return command;
    }

    private static String absolute(String classPath) {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator, 0)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, parts);
    }

    private static FuzzRun parse(FuzzTarget target, Path log, int exitCode, long processorSeconds) throws IOException {
        FuzzRun run = new FuzzRun(target, 0, 0, 0, 0, processorSeconds, exitCode, log);
        for (String line : Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList()) {
            Matcher progress = PROGRESS.matcher(line);
            if (progress.matches()) {
                long executions = Long.parseLong(progress.group(1));
                int coverage = Integer.parseInt(progress.group(3));
                run = new FuzzRun(target, executions, Long.parseLong(progress.group(4)), coverage,
                        coverage > run.coverage ? executions : run.lastNewEdge, processorSeconds, exitCode, log);
            }
        }
        return run;
    }

    /// Whether Jazzer came to its end without an input that a reader failed on.
    boolean foundNothing() {
        return exitCode == 0 && executions > 0;
    }

    /// The end of what Jazzer said.
    String end() throws IOException {
        List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
