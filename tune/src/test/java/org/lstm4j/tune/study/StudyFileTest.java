package org.lstm4j.tune.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.train.History;

class StudyFileTest {

    @TempDir
    Path folder;

    @Test
    void keepsRunsInTheOrderOfTheirNumbers() {
        Path file = folder.resolve("s.db");
        try (StudyFile study = StudyFile.open(file)) {
            assertThat(study.runs()).isEmpty();
            assertThat(study.study()).isEmpty();
            assertThat(study.add(StudySamples.label("first"), StudySamples.run(1.25)).id()).isEqualTo(1);
        }
        try (StudyFile study = StudyFile.open(file)) {
            assertThat(study.add(StudySamples.label(""), StudySamples.run(0.1)).id()).isEqualTo(2);
        }
        try (StudyFile study = StudyFile.openExisting(file)) {
            assertThat(study.runs()).containsExactly(
                    new StoredRun(1, StudySamples.label("first"), StudySamples.run(1.25)),
                    new StoredRun(2, StudySamples.label(""), StudySamples.run(0.1)));
        }
    }

    @Test
    void isASingleFileWhenClosed() throws IOException {
        Path file = folder.resolve("s.db");
        try (StudyFile study = StudyFile.open(file)) {
            study.journal(StudySamples.identity()).record(StudySamples.trial(1));
            study.add(StudySamples.label("a"), StudySamples.run(1));
        }
        try (StudyFile study = StudyFile.openExisting(file)) {
            assertThat(study.runs()).hasSize(1);
        }
        assertThat(files()).containsExactly(file);
    }

    /// A process that is killed as it begins to write leaves a journal from which there is nothing to roll back; SQLite passes over it.
    @ParameterizedTest
    @ValueSource(ints = {0, 512})
    void clearsAwayTheEmptyJournalOfAKilledProcess(int zeros) throws IOException {
        Path file = folder.resolve("s.db");
        try (StudyFile study = StudyFile.open(file)) {
            study.add(StudySamples.label("a"), StudySamples.run(1));
        }
        Files.write(folder.resolve("s.db-journal"), new byte[zeros]);
        try (StudyFile study = StudyFile.open(file)) {
            assertThat(study.runs()).hasSize(1);
        }
        assertThat(files()).containsExactly(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no ending", "what?.db", "50%20.db", "a#b&c=d.db", "mode=memory", "销售 ü.db", "'quoted\".db"})
    void takesAnyName(String name) throws IOException {
        Path file = folder.resolve(name);
        try (StudyFile study = StudyFile.open(file)) {
            study.add(StudySamples.label("a"), StudySamples.run(1));
        }
        assertThat(files()).containsExactly(file);
        try (StudyFile study = StudyFile.openExisting(file)) {
            assertThat(study.runs()).hasSize(1);
        }
    }

    @Test
    void takesAnEmptyFileForANewOne() throws IOException {
        Path file = Files.createFile(folder.resolve("new.db"));
        StudyFile.open(file).close();
        try (StudyFile study = StudyFile.openExisting(file)) {
            assertThat(study.runs()).isEmpty();
        }
    }

    @Test
    void looksWhetherAFileWillDoWithoutMakingIt() throws IOException {
        StudyFile.requireUsable(folder.resolve("later.db"));

        assertThat(files()).isEmpty();
    }

    /// A diverged run has losses that JSON has no word for.
    @Test
    void keepsARunThatDiverged() {
        RunResult sample = StudySamples.run(1);
        History history = new History(List.of(
                new History.Epoch(1, 0.5, Double.NaN, 0.5), new History.Epoch(2, Double.NaN, Double.NaN, 0.5)), 1, "");
        RunTraining training = new RunTraining(sample.training().settings(), sample.training().reasons(), -1, history,
                "the loss became NaN");
        RunResult diverged = new RunResult(sample.task(), training, sample.evaluation(), sample.weightsSha256(), 0);
        Path file = folder.resolve("s.db");
        try (StudyFile study = StudyFile.open(file)) {
            study.add(StudySamples.label("bold"), diverged);
        }
        try (StudyFile study = StudyFile.openExisting(file)) {
            StoredRun kept = study.runs().getFirst();
            assertThat(kept.result()).isEqualTo(diverged);
            assertThat(kept.result().training().diverged()).isTrue();
            assertThat(kept.result().training().seconds()).isEqualTo(1);
        }
    }

    @Test
    void saysARunAsJson() {
        StoredRun run = new StoredRun(3, new RunLabel("a", Instant.EPOCH, "0.1.0", ""), StudySamples.run(1.25));

        assertThat(Json.write(run.toJson())).isEqualTo("{\"id\":3,\"name\":\"a\",\"made\":\"1970-01-01T00:00:00Z\","
                + "\"lstm4j\":\"0.1.0\",\"model\":null,\"data\":\"sales.csv\",\"data_sha256\":\"" + StudySamples.DATA
                + "\",\"targets\":[\"load\"],\"horizon\":24,\"season\":7,\"weights_sha256\":\"" + "0f".repeat(32)
                + "\",\"epochs\":[{\"epoch\":1,\"loss\":0.5,\"val_loss\":0.75,\"seconds\":0.125},"
                + "{\"epoch\":2,\"loss\":0.25,\"val_loss\":0.5,\"seconds\":0.1}],\"best_epoch\":2,"
                + "\"stop_reason\":\"no progress\",\"train_seconds\":0.225,\"failure\":null,"
                + "\"test\":{\"mase\":1.25,\"mae\":12.5,\"owa\":null},"
                + "\"baselines\":{\"naive\":{\"mase\":2.0,\"mae\":20.0},\"drift\":{\"mase\":1.5,\"mae\":25.0}},"
                + "\"beats_baselines\":true,\"windows\":100,\"notes\":[\"a note\"],"
                + "\"settings\":{\"hidden\":\"32\",\"horizon\":\"24\",\"reasons\":{\"hidden\":\"the standard\"}},"
                + "\"seed\":42,\"parameters\":4000000000}");
    }

    @Test
    void knowsTheBestBaselineByMaseOrElseByMae() {
        RunEvaluation scaled = StudySamples.run(1).evaluation();
        RunEvaluation unscaled = new RunEvaluation(JsonValue.object().put("mase", Double.NaN).put("mae", 1.0).build(),
                scaled.baselines(), true, 1, List.of());

        assertThat(scaled.bestBaseline()).contains("drift");
        assertThat(unscaled.bestBaseline()).contains("naive");
        assertThat(scaled.metric("drift", "mase")).isEqualTo(1.5);
        assertThat(scaled.metric("no such metric")).isNaN();
    }

    @Test
    void comparesOnlyRunsOfTheSameTaskOverTheSameWindows() {
        RunResult run = StudySamples.run(1);
        RunTask task = run.task();
        assertThat(run.isJudgedLike(StudySamples.run(2))).isTrue();
        for (RunTask other : List.of(
                new RunTask("sales.csv", StudySamples.OTHER_DATA, task.targets(), 24, 7),
                new RunTask("sales.csv", task.dataSha256(), List.of("load", "temp"), 24, 7),
                new RunTask("sales.csv", task.dataSha256(), task.targets(), 12, 7),
                new RunTask("sales.csv", task.dataSha256(), task.targets(), 24, 1))) {
            assertThat(run.isJudgedLike(new RunResult(other, run.training(), run.evaluation(), run.weightsSha256(), 1)))
                    .as(other.toString()).isFalse();
        }
        RunTask renamed = new RunTask("copy.csv", task.dataSha256(), task.targets(), 24, 7);
        assertThat(run.isJudgedLike(new RunResult(renamed, run.training(), run.evaluation(), run.weightsSha256(), 1)))
                .isTrue();
    }

    @Test
    void refusesANameThatWouldDisturbATerminal() {
        assertThatThrownBy(() -> StudySamples.label("a\u001b[2J")).hasMessage("the name of a run has at most 100 "
                + "characters, in one line without control characters");
        assertThatThrownBy(() -> StudySamples.label("a".repeat(101))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
