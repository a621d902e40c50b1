package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.json.Json;

/// What only a process can show: fresh JVMs agree, streams and signals behave.
class ProcessTest {

    private static final String[] TRAIN = {"train", "wave.csv", "--target", "load", "--model", "direct", "--horizon",
        "3",
        "--lookback", "12",
        "--hidden", "8", "--epochs", "2", "--json"};

    @TempDir
    static Path folder;

    private static CommandProcess trained;

    @BeforeAll
    static void train() throws Exception {
        SampleData.write(folder.resolve("wave.csv"), SampleData.wave(200));
        trained = CommandProcess.run(folder, and(TRAIN, "--out", "m.lstm4j", "--threads", "1"));
        assertThat(trained.code()).as(trained.err()).isZero();
    }

    @Test
    void stdoutCarriesTheJsonObjectAndNothingElse() {
        assertThat(trained.out().strip()).startsWith("{").endsWith("}").hasLineCount(1);
        assertThat(Json.parse(trained.out()).asObject().require("model").asText()).isEqualTo("m.lstm4j");
        assertThat(trained.err()).contains("200 rows").contains("epoch 2/2").contains("wrote m.lstm4j");
    }

    @ParameterizedTest
    @CsvSource({"vector, 2", "scalar, 1"})
    void equalRunsGiveEqualFiles(String kernels, String threads) throws Exception {
        Path again = folder.resolve(kernels + threads + ".lstm4j");
        CommandProcess run = CommandProcess.run(CommandProcess.builder(folder, List.of("-Dlstm4j.kernels=" + kernels),
                and(TRAIN, "--out", again.toString(), "--threads", threads)));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(again).hasSameBinaryContentAs(folder.resolve("m.lstm4j"));
    }

    @Test
    void aFreshProcessForecastsFromStdinWhatThisOneForecastsFromTheFile() throws Exception {
        CommandProcess fresh = CommandProcess.run(CommandProcess.builder(folder, List.of(), "forecast", "m.lstm4j", "-")
                .redirectInput(folder.resolve("wave.csv").toFile()));
        Session here = Session.of("forecast", folder.resolve("m.lstm4j").toString(),
                folder.resolve("wave.csv").toString());

        assertThat(fresh.code()).as(fresh.err()).isZero();
        assertThat(fresh.out()).isEqualTo(here.out()).startsWith("series,time,step,mean\n").hasLineCount(4);
    }

    @Test
    void aReaderWhoLeavesEarlyGetsNoComplaint() throws Exception {
        Path err = folder.resolve("head.err");
        Process process = CommandProcess.builder(folder, List.of(), "completion", "bash").redirectError(err.toFile())
                .start();
        process.getInputStream().close();

        assertThat(CommandProcess.end(process)).isEqualTo(ExitCode.STORAGE.number());
        assertThat(CommandProcess.withoutNotice(err)).isEmpty();
    }

    @Test
    void saysThatStdoutIsOnAFullDisk() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "there is no /dev/full here");
        Path err = folder.resolve("full.err");
        Process process = CommandProcess.builder(folder, List.of(), "completion", "bash").redirectOutput(full)
                .redirectError(err.toFile()).start();

        assertThat(CommandProcess.end(process)).isEqualTo(ExitCode.STORAGE.number());
        assertThat(CommandProcess.withoutNotice(err)).contains("cannot be written to stdout").contains("space");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aSignalDuringTrainingLeavesTheOldModelAndNothingElse(String signal, int code, @TempDir Path place)
            throws Exception {
        Path old = SampleData.write(place.resolve("m.lstm4j"), "the old model");
        Process process = CommandProcess.builder(folder, List.of(), "train", "wave.csv", "--target", "load",
                "--model", "direct", "--lookback", "12", "--hidden", "4", "--epochs", "100000", "--early-stopping", "0",
                "--out", old.toString()).start();
        try (BufferedReader messages = process.errorReader()) {
            assertThat(messages.lines().anyMatch(line -> line.startsWith("epoch 1/"))).isTrue();
            assumeTrue(!ignores(process, signal), "this process was started with signals ignored");
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

            assertThat(CommandProcess.end(process)).isEqualTo(code);
        } finally {
            process.destroyForcibly();
        }
        assertThat(old).hasContent("the old model");
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).containsExactly(old);
        }
    }

    /// A shell ignores SIGINT for what it starts in the background, and that is inherited.
    private static boolean ignores(Process process, String signal) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!signal.equals("INT") || !Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static String[] and(String[] first, String... more) {
        return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
