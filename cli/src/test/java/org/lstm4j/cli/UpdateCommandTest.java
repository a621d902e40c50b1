package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.WeightsHash;

/// A model that lives on: new rows, another model, the way back.
class UpdateCommandTest {

    /// Hours that the model knows.
    private static final int KNOWN = 360;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static byte[] trained;

    private Path model;
    private Path data;

    @BeforeAll
    static void train() throws IOException {
        Path rows = SampleData.write(shared.resolve("wave.csv"), rows(400));
        Path file = shared.resolve("m.lstm4j");
        Session training = Session.of("train", rows.toString(), "--target", "load", "--model", "direct", "--horizon",
                "3", "--lookback",
                "12", "--hidden", "6", "--epochs", "12", "--lr", "0.02", "--batch-size", "16", "--clip-norm", "0",
                "--test", "0.1", "--out", file.toString());
        assertThat(training.code()).as(training.err()).isEqualTo(ExitCode.OK);
        trained = Files.readAllBytes(file);
    }

    @BeforeEach
    void copy() throws IOException {
        model = Files.write(folder.resolve("m.lstm4j"), trained);
        data = SampleData.write(folder.resolve("more.csv"), rows(500));
    }

    @Test
    void replacesTheModelWithABetterOne() throws IOException {
        Session update = Session.of("update", model.toString(), data.toString());

        assertThat(update.code()).as(update.err()).isEqualTo(ExitCode.OK);
        assertThat(update.err().replaceAll("\\s+", " "))
                .contains(
                        "new rows: 140 from 2024-01-16T00:00Z to 2024-01-21T19:00Z, of which the last 28 are held out")
                .contains("trained on 110 new windows and 110 replayed ones, 5 epochs at learning rate 0.002")
                .contains(
                        "wrote " + model + "; the model before is " + model + ".previous, and lstm4j update --rollback "
                                + model + " brings it back");
        assertThat(update.out()).contains("the updated model is kept: on the rows held out its MASE is ")
                .contains("(windows: 26)");
        assertThat(update.out().lines().map(line -> line.split(" ", -1)[0]).limit(6).toList())
                .containsExactly("held", "updated", "old", "naive", "seasonal", "drift");
        assertThat(Files.readAllBytes(model)).isNotEqualTo(trained);
        assertThat(folder.resolve("m.lstm4j.previous")).hasBinaryContent(trained);
    }

    @Test
    void jsonHasBothFiguresAndWhatIsKept() {
        JsonObject json = json("update", model.toString(), data.toString(), "--json", "--epochs", "2", "--replay",
                "0.2");

        assertThat(json.members().keySet()).containsExactly("model", "kept", "measure", "old", "new", "baselines",
                "rows",
                "windows", "settings", "epochs", "train_seconds", "calibration", "notes", "previous", "updates",
                "weights_sha256");
        assertThat(text(json, "kept")).isEqualTo("new");
        assertThat(text(json, "measure")).isEqualTo("mase");
        assertThat(number(json, "new", "mase")).isLessThanOrEqualTo(number(json, "old", "mase"));
        assertThat(number(json, "windows", "new")).isEqualTo(110);
        assertThat(number(json, "windows", "replayed")).isEqualTo(28);
        assertThat(json.require("epochs").asList()).hasSize(2);
        assertThat(text(json, "previous")).isEqualTo(model + ".previous");
        assertThat(json.require("updates").asInt()).isEqualTo(1);
        assertThat(text(json, "weights_sha256"))
                .isEqualTo(WeightsHash.sha256(ModelFile.read(model).network().parameters()));
    }

    /// Optimizer, batches and clipping are those of the training, the rate a tenth of it.
    @Test
    void goesOnAsTheModelWasTrained() {
        JsonObject settings = json("update", model.toString(), data.toString(), "--json", "--seed", "7")
                .require("settings").asObject();
        assertThat(Json.write(settings))
                .isEqualTo("{\"epochs\":5,\"optimizer\":\"adam\",\"lr\":0.002,\"batch-size\":16,"
                        + "\"clip-norm\":0.0,\"replay\":0.5,\"held-out\":0.2,\"seed\":7}");
    }

    @Test
    void aModelThatIsBetterStays() throws IOException {
        Session update = Session.of("update", model.toString(), noise().toString(), "--lr", "0.5", "--json");

        assertThat(update.code()).as(update.err()).isEqualTo(ExitCode.OK);
        JsonObject json = Json.parse(update.out()).asObject();
        assertThat(text(json, "kept")).isEqualTo("old");
        assertThat(number(json, "new", "mase")).isGreaterThan(number(json, "old", "mase"));
        assertThat(json.require("previous")).isEqualTo(JsonNull.NULL);
        assertThat(json.require("updates").asInt()).isZero();
        assertThat(update.err()).contains(model + " is as it was");
        assertThat(model).hasBinaryContent(trained);
        assertThat(folder.resolve("m.lstm4j.previous")).doesNotExist();
        assertThat(Session.of("update", model.toString(), noise().toString(), "--lr", "0.5").out())
                .contains("the old model stays: on the rows held out its MASE is ");
    }

    @Test
    void anotherFileGetsTheModelThatIsKept() throws IOException {
        Path other = folder.resolve("new.lstm4j");
        Session better = Session.of("update", model.toString(), data.toString(), "--out", other.toString());

        assertThat(better.code()).as(better.err()).isEqualTo(ExitCode.OK);
        assertThat(model).hasBinaryContent(trained);
        assertThat(Files.readAllBytes(other)).isNotEqualTo(trained);
        assertThat(folder.resolve("m.lstm4j.previous")).doesNotExist();

        Session worse = Session.of("update", model.toString(), noise().toString(), "--lr", "0.5", "--out",
                other.toString());
        assertThat(worse.err()).contains("wrote " + other + ", a copy of " + model);
        assertThat(other).hasBinaryContent(trained);
    }

    @Test
    void anOutThatIsTheModelItselfReplacesIt() {
        Session update = Session.of("update", model.toString(), data.toString(), "--out",
                folder.resolve("x").resolveSibling("m.lstm4j").toString());
        assertThat(update.code()).as(update.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("m.lstm4j.previous")).hasBinaryContent(trained);
    }

    @Test
    void rollbackBringsBackTheSameBytes() throws IOException {
        Session.of("update", model.toString(), data.toString());
        Session rollback = Session.of("update", "--rollback", model.toString());

        assertThat(rollback.code()).as(rollback.err()).isEqualTo(ExitCode.OK);
        assertThat(rollback.out()).isEqualTo(model + " is again as it was before its last update\n");
        assertThat(model).hasBinaryContent(trained);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(model, data);
        }
    }

    @Test
    void rollsBackOnceAndNotTwice() {
        Session.of("update", model.toString(), data.toString());
        JsonObject json = json("update", "--rollback", model.toString(), "--json");
        Session again = Session.of("update", "--rollback", model.toString());

        assertThat(Json.write(json)).isEqualTo("{\"model\":\"" + model + "\",\"restored\":\"" + model
                + ".previous\",\"updates\":0}");
        assertThat(again.code()).isEqualTo(ExitCode.STORAGE);
        assertThat(again.err()).isEqualTo("lstm4j: there is no earlier '" + model + "' to bring back; expected '"
                + model
                + ".previous', which update leaves there when it replaces the model; received no such file; a model can"
                + " be brought back once after each update that was kept\n");
    }

    @Test
    void aDamagedCopyIsNotBroughtBack() throws IOException {
        Session.of("update", model.toString(), data.toString());
        byte[] updated = Files.readAllBytes(model);
        byte[] damaged = trained.clone();
        damaged[damaged.length - 100] ^= 1;
        Files.write(folder.resolve("m.lstm4j.previous"), damaged);

        Session rollback = Session.of("update", "--rollback", model.toString());
        assertThat(rollback.code()).isEqualTo(ExitCode.MODEL_FILE);
        assertThat(model).hasBinaryContent(updated);
    }

    @Test
    void theFileTellsOfItsUpdates() throws IOException {
        Session.of("update", model.toString(), data.toString());
        Path latest = SampleData.write(folder.resolve("latest.csv"), rows(560));
        JsonObject second = json("update", model.toString(), latest.toString(), "--json", "--lr", "1e-30");
        JsonObject sections = json("inspect", model.toString(), "--json").require("sections").asObject();
        JsonObject updates = sections.require("updates").asObject();

        assertThat(number(second, "rows", "new")).isEqualTo(60);
        assertThat(text(second.require("rows").asObject(), "first")).isEqualTo("2024-01-21T20:00Z");
        assertThat(updates.require("count").asInt()).isEqualTo(2);
        assertThat(text(updates, "last_step")).isEqualTo("2024-01-24T07:00Z");
        assertThat(updates.require("new").asDouble()).isEqualTo(number(second, "new", "mase"));
        assertThat(updates.require("history").asList()).hasSize(2).last().satisfies(entry -> assertThat(
                entry.asObject().members().keySet()).containsExactly("rows", "windows", "settings", "measure", "old",
                        "new", "calibration", "data", "data_sha256"));
        assertThat(sections.members().keySet())
                .containsExactly("forecaster", "series", "reading", "metrics", "provenance", "updates");
        assertThat(number(sections.require("metrics").asObject(), "test", "mase"))
                .isEqualTo(number(second, "new", "mase"));
        assertThat(text(sections.require("provenance").asObject(), "weights_sha256"))
                .isEqualTo(text(second, "weights_sha256"));
        assertThat(Session.of("inspect", model.toString()).out())
                .contains("updates: {\"count\":2,\"last_step\":\"2024-01-24T07:00Z\",\"measure\":\"mase\",\"old\":");
    }

    @Test
    void anUpdatedModelForecastsAndIsJudgedOnWhatCameAfter() throws IOException {
        Session.of("update", model.toString(), data.toString());
        Path latest = SampleData.write(folder.resolve("latest.csv"), rows(560));

        assertThat(Session.of("forecast", model.toString(), latest.toString()).out())
                .startsWith("series,time,step,mean\n").hasLineCount(4);
        assertThat(json("evaluate", model.toString(), latest.toString(), "--json").require("windows").asInt())
                .isEqualTo(60 - 3 + 1);
    }

    @Test
    void equalUpdatesGiveEqualFilesAtAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one.lstm4j");
        Path two = folder.resolve("two.lstm4j");
        Session.of("update", model.toString(), data.toString(), "--out", one.toString(), "--threads", "1");
        Session.of("update", model.toString(), data.toString(), "--out", two.toString(), "--threads", "3");
        assertThat(one).hasSameBinaryContentAs(two);
    }

    @Test
    void aProcessThatIsKilledLeavesTheOldModelWhole() throws Exception {
        Process process = CommandProcess.builder(folder, List.of(), "update", "m.lstm4j", "more.csv", "--epochs",
                "100000").start();
        try (BufferedReader messages = process.errorReader()) {
            assertThat(messages.lines().anyMatch(line -> line.startsWith("epoch 1/"))).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(model).hasBinaryContent(trained);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(model, data);
        }
    }

    @Test
    void anUpdateThatDivergesLeavesTheOldModel() throws IOException {
        Session update = Session.of("update", model.toString(), data.toString(), "--lr", "1e30");
        assertThat(update.code()).isEqualTo(ExitCode.TRAINING);
        assertThat(model).hasBinaryContent(trained);
    }

    /// Columns: rows and flags, exit code, the whole message; `ROWS` stands for what is read.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|',
            textBlock = """
                    known.csv | 3 | the series has no row that the model does not know already; expected rows from 2024-01-16T00:00Z on, with their targets; received targets up to 2024-01-15T23:00Z; bring rows that came later
                    few.csv   | 3 | the series has too few rows that the model does not know already to train on some and hold out others; expected 6 steps or more: at least 3, the horizon, for each; received 5 steps from 2024-01-16T00:00Z on; wait for 1 step more
                    alone.csv | 3 | the series has too few rows before the new ones for the model to look back on; expected 12 steps before the first new window; received none before 2024-01-16T00:00Z; add at least the 5 steps before 2024-01-16T00:00Z
                    more.csv --held-out 0 | 2 | without rows held out there is nothing to decide by; expected a part above 0; received --held-out 0; leave it out, or hold out a small part such as 0.1
                    more.csv --rollback | 2 | --rollback brings back a model and trains nothing; leave out DATA: lstm4j update --rollback m.lstm4j
                    """)
    void saysWhatIsWrong(String line, int code, String message) throws IOException {
        SampleData.write(folder.resolve("known.csv"), rows(KNOWN));
        SampleData.write(folder.resolve("few.csv"), rows(KNOWN + 5));
        SampleData.write(folder.resolve("alone.csv"), from(KNOWN, rows(KNOWN + 13)));
        Session update = updateInFolder(line);

        assertThat(update.err().lines().toList().getLast().replace(folder + "/", ""))
                .isEqualTo("lstm4j: " + message);
        assertThat(update.code().number()).isEqualTo(code);
        assertThat(model).hasBinaryContent(trained);
    }

    @Test
    void saysThatAFileIsNoForecaster() throws IOException {
        Path chapter = folder.resolve("plain.lstm4j");
        ModelFile.of(ModelFile.read(model).network()).write(chapter);
        Session update = Session.of("update", chapter.toString(), data.toString());
        Session csv = Session.of("update", data.toString(), data.toString() + "x");

        assertThat(update.code()).isEqualTo(ExitCode.MODEL_FILE);
        assertThat(update.err()).isEqualTo("lstm4j: " + chapter
                + ": it holds a network alone, which knows nothing of series, windows and scaling; expected a model that train has made; received sections []; predict with it in Java, by Predictor, write it on by export, or train a model\n");
        assertThat(csv.code()).isEqualTo(ExitCode.MODEL_FILE);
        assertThat(csv.err()).contains("not a model file");
    }

    @Test
    void saysThatAColumnIsMissingOrTheFrequencyIsAnother() throws IOException {
        Path other = SampleData.write(folder.resolve("other.csv"), rows(500).replace("load", "heat"));
        Path daily = SampleData.write(folder.resolve("daily.csv"), daily());
        Session column = Session.of("update", model.toString(), other.toString());
        Session frequency = Session.of("update", model.toString(), daily.toString(), "--freq", "D");

        assertThat(column.code()).isEqualTo(ExitCode.DATA);
        assertThat(column.err()).contains("has no column 'load'").contains("expected one of time, heat, temp");
        assertThat(frequency.code()).isEqualTo(ExitCode.DATA);
        assertThat(frequency.err()).endsWith("lstm4j: the model was trained on steps of 1 hour; expected a series with"
                + " steps of 1 hour; received steps of 1 day; bring data of the same frequency, or train a model on this"
                + " one\n");
    }

    private Session updateInFolder(String line) {
        String[] words = line.split(" ");
        String[] arguments = Stream.concat(
                Stream.of("update", model.toString(), folder.resolve(words[0]).toString()),
                Arrays.stream(words).skip(1)).toArray(String[]::new);
        return Session.of(arguments);
    }

    /// A wave that is another one from the hour on that the model does not know.
    private static String rows(int hours) {
        return SampleData.hours(hours, hour -> Double.toString(
                50 + 10 * StrictMath.sin((hour + (hour < KNOWN ? 0 : 3)) * Math.PI / 12)
                        + 2 * StrictMath.sin(hour * 0.17)));
    }

    /// Nothing to learn where it could be learnt, and then the wave that the model knows.
    private Path noise() {
        return SampleData.write(folder.resolve("noise.csv"), SampleData.hours(500, hour -> Double.toString(
                hour < KNOWN || hour > 455 ? 50 + 10 * StrictMath.sin(hour * Math.PI / 12) : hour % 2 * 200)));
    }

    private static String from(int hour, String rows) {
        List<String> lines = rows.lines().toList();
        return lines.getFirst() + "\n" + String.join("\n", lines.subList(hour + 1, lines.size())) + "\n";
    }

    private static String daily() {
        StringBuilder rows = new StringBuilder(SampleData.HEADER);
        for (int day = 1; day <= 28; day++) {
            rows.append(String.format(Locale.ROOT, "2024-02-%02d,%d,1%n", day, day));
        }
        return rows.toString();
    }

    private static JsonObject json(String... arguments) {
        Session session = Session.of(arguments);
        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        return Json.parse(session.out()).asObject();
    }

    private static String text(JsonObject json, String name) {
        return json.require(name).asText();
    }

    private static double number(JsonObject json, String object, String name) {
        return json.require(object).asObject().require(name).asDouble();
    }
}
