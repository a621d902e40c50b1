package org.lstm4j.tune.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed, and processes that write at the same time.
class StudyKillTest {

    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    /// SIGKILL at moments that have nothing to do with what is being written: all that was reported is there, and the study goes on.
    @Test
    void aKilledProcessLosesNothingThatWasRecorded() throws Exception {
        Path file = folder.resolve("s.db");
        Random random = new Random(7);
        List<String> reported = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            int before = reported.size();
            reported.addAll(saidUntilKilled(file, random.nextInt(20, 400)));
            assertThat(reported).as("the process recorded something").hasSizeGreaterThan(before);
            try (StudyFile study = StudyFile.openExisting(file)) {
                assertHolds(study.study().orElseThrow(), reported);
            }
        }
        try (StudyFile study = StudyFile.open(file)) {
            study.journal(StudySamples.identity());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void processesThatAddRunsAtTheSameTimeAllGetThemIn() throws Exception {
        Path file = folder.resolve("runs.db");
        List<Process> writers = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            writers.add(StudyProcess.start(temporary, "run", file.toString(), "15"));
        }
        for (Process writer : writers) {
            writer.getInputStream().readAllBytes();
            assertThat(writer.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }
        try (StudyFile study = StudyFile.openExisting(file)) {
            assertThat(study.runs()).extracting(StoredRun::id)
                    .isEqualTo(IntStream.rangeClosed(1, 45).boxed().toList());
            assertThat(study.runs().stream().filter(run -> run.label().name().equals("run 14"))).hasSize(3);
        }
    }

    /// What a process said until it was killed, a while after its first record.
    private List<String> saidUntilKilled(Path file, int milliseconds) throws Exception {
        Process process = StudyProcess.start(temporary, "tune", file.toString());
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            String first = lines.readLine();
            assertThat(first).isNotNull();
            said.add(first);
            Thread.sleep(milliseconds);
            process.toHandle().destroyForcibly(); // by its handle: what it said can still be read
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        // the last line may have been cut
        return said.size() > 1 && !said.getLast().matches("(trial|result) \\d+")
                ? said.subList(0, said.size() - 1)
                : said;
    }

    private static void assertHolds(StoredStudy study, List<String> reported) {
        long trials = reported.stream().filter(line -> line.startsWith("trial")).count();
        long results = reported.stream().filter(line -> line.startsWith("result")).count();
        List<StoredTrial> kept = study.trials();
        // a record may have been kept and not reported, one for each time
        assertThat(kept).hasSizeGreaterThanOrEqualTo((int) trials);
        assertThat(kept.stream().filter(trial -> !trial.results().isEmpty()).count()).isGreaterThanOrEqualTo(results);
        for (int index = 0; index < kept.size(); index++) {
            int number = index + 1;
            assertThat(kept.get(index).trial()).isEqualTo(StudySamples.trial(number));
            if (number <= results) {
                assertThat(kept.get(index).results()).containsExactly(StudySamples.result(number, 0));
            }
        }
    }
}
