package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.tune.Journal;
import org.lstm4j.tune.RungResult;
import org.lstm4j.tune.Score;
import org.lstm4j.tune.Trial;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.study.StudyFile;
import org.lstm4j.tune.study.StudyIdentity;

/// Runs kept by `train --study`, and what `runs` says of them.
class RunsCommandTest {

    private static final String TRAIN = "train wave.csv --target load --model direct --lookback 12 ";

    @TempDir
    static Path folder;

    private static JsonObject first;

    @BeforeAll
    static void train() throws IOException {
        SampleData.write(folder.resolve("wave.csv"), SampleData.wave(200));
        first = json(TRAIN + "--epochs 2 --horizon 3 --hidden 4 --out m.lstm4j --study s.db --name small");
        json(TRAIN + "--epochs 2 --horizon 3 --hidden 12 --seed 7 --study s.db");
        json(TRAIN + "--epochs 2 --horizon 2 --hidden 4 --study s.db --name nearer");
        Session diverged = run(TRAIN + "--epochs 9 --early-stopping 0 --horizon 3 --hidden 4 --optimizer sgd "
                + "--lr 1e8 --clip-norm 0 --batch-size 999 --study s.db --name bold --json");
        assertThat(diverged.code()).isEqualTo(ExitCode.TRAINING);
        tune(folder.resolve("t.db"));
        StudyFile.open(folder.resolve("empty.db")).close();
        Files.writeString(folder.resolve("text.db"), "no database at all");
        Files.createDirectory(folder.resolve("folder"));
    }

    @Test
    void trainSaysAsWhichRunItIsKeptAndWritesTheModelToo() {
        assertThat(first.require("run").asInt()).isEqualTo(1);
        assertThat(folder.resolve("m.lstm4j")).isNotEmptyFile();
        assertThat(run(TRAIN + "--epochs 1 --hidden 2 --study other.db").err()).contains("kept as run 1 in ");
        assertThat(folder.resolve("other.db-lock")).doesNotExist();
        assertThat(folder.resolve("other.db-journal")).doesNotExist();
    }

    @Test
    void keepsWhatTrainSaid() {
        JsonObject kept = runs("runs s.db --json").getFirst();

        for (String same : List.of("weights_sha256", "epochs", "best_epoch", "train_seconds", "test", "baselines",
                "beats_baselines", "windows", "notes", "settings", "seed", "parameters", "model", "data_sha256")) {
            assertThat(kept.require(same)).as(same).isEqualTo(first.require(same));
        }
        assertThat(kept.require("name").asText()).isEqualTo("small");
        assertThat(kept.require("data").asText()).isEqualTo("wave.csv");
        assertThat(kept.require("targets").asList()).containsExactly(JsonValue.of("load"));
        assertThat(kept.require("horizon").asInt()).isEqualTo(3);
        assertThat(kept.require("made").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(kept.require("group").asInt()).isEqualTo(1);
    }

    @Test
    void keepsARunThatDivergedWithItsReason() {
        JsonObject bold = runs("runs s.db --json").stream()
                .filter(run -> run.require("name").asText().equals("bold")).findFirst().orElseThrow();

        assertThat(bold.require("failure").asText()).contains("exploded at learning rate 1.0E8");
        assertThat(run("runs s.db").out()).containsPattern("4 +bold .* diverged ");
    }

    @Test
    void listsRunsInGroupsThatCanBeCompared() {
        String out = run("runs s.db").out();

        assertThat(out.lines().map(line -> line.replaceAll("data [0-9a-f]{8}", "data X").replaceAll("  +", " ")
                .replaceAll("( [0-9.e+*/na-]+)+ (yes|no|diverged) .*", " …")))
                .containsExactly("4 runs; no tuning study",
                        "",
                        "wave.csv (data X), load, 3 steps ahead, season 24, 38 windows",
                        "id name MASE MAE baseline beats epochs seconds parameters",
                        "1 small …", "2 …", "4 bold …",
                        "",
                        "wave.csv (data X), load, 2 steps ahead, season 24, 39 windows",
                        "id name MASE MAE baseline beats epochs seconds parameters",
                        "3 nearer …",
                        "",
                        "errors of different tables cannot be compared: they are of other data, targets,",
                        " horizons, seasons or windows");
        assertThat(out.lines().filter(line -> line.contains("*"))).hasSize(1);
    }

    @Test
    void sortsWithinAGroup() {
        List<Double> errors = runs("runs s.db --sort mase --json").stream()
                .filter(run -> run.require("group").asInt() == 1)
                .map(run -> run.require("test").asObject().require("mase").asDouble())
                .toList();
        assertThat(errors).hasSize(3).isSorted();
        List<Double> fits = runs("runs s.db --sort r2 --json").stream()
                .filter(run -> run.require("group").asInt() == 1)
                .map(run -> -run.require("test").asObject().require("r2").asDouble())
                .toList();
        assertThat(fits).hasSize(3).isSorted();
        assertThat(ids("runs s.db --sort parameters --json")).containsExactly(1, 4, 2, 3);
        assertThat(ids("runs s.db --sort name --json")).containsExactly(2, 4, 1, 3);
    }

    @Test
    void showsTheLastOnly() {
        assertThat(ids("runs s.db --last 2 --json")).containsExactly(3, 4);
        assertThat(ids("runs s.db --last 99 --json")).hasSize(4);
    }

    @Test
    void comparesOnlyTheSettingsThatDiffer() {
        JsonObject json = json("runs s.db --compare 2,1");

        assertThat(json.require("comparable").asBoolean()).isTrue();
        assertThat(Json.write(json.require("differing")))
                .isEqualTo("{\"hidden\":[\"12\",\"4\"],\"seed\":[\"7\",\"42\"]}");
        assertThat(json.require("runs").asList()).hasSize(2);
        List<String> lines = run("runs s.db --compare 2,1").out().lines().toList();
        assertThat(lines.subList(0, 5)).containsExactly("differing  run 2   run 1", "hidden         12       4",
                "seed            7      42", "", lines.get(4));
        assertThat(lines.subList(5, lines.size())).extracting(line -> line.replaceFirst("  .*", "")).containsExactly(
                "MSE", "MAE", "RMSE", "MAPE", "sMAPE", "MASE", "R²", "best baseline", "beats all", "epochs",
                "best epoch", "seconds", "parameters");
        assertThat(lines.get(5)).containsOnlyOnce("*");
    }

    @Test
    void marksNoBestAmongRunsThatCannotBeCompared() {
        assertThat(run("runs s.db --compare 1,3").out()).contains("horizon")
                .contains("errors cannot be compared").doesNotContain("*");
        assertThat(json("runs s.db --compare 1,3").require("comparable").asBoolean()).isFalse();
    }

    @Test
    void writesAPageThatShowsRunsOverEachOther() throws IOException {
        run("runs s.db --compare 1,2 --report over.html");
        run("runs s.db --report all.html");

        assertThat(Files.readString(folder.resolve("over.html")))
                .contains("2 runs side by side", "run 1, small", "run 2",
                        "hidden", "Learning curves")
                .doesNotContain("run 3");
        assertThat(Files.readString(folder.resolve("all.html"))).contains("run 4, bold stopped before its time");
        assertThat(run("runs empty.db --report none.html").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("runs s.db --report s.db").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void showsTheTrialsOfTheTuningStudy() {
        assertThat(run("runs t.db").out()).startsWith("0 runs; a tuning study of 4 trials, best error 0.250 (trial 2); "
                + "--trials shows\n  them\nno run is kept in ");
        assertThat(run("runs t.db --trials").out().lines()).containsExactly(
                "trial  state     rung 1   rung 2   hidden       lr  loss",
                "1      tried      0.500        -       16     0.01   mae",
                "2      complete   0.400    0.250*      32    0.001   mse",
                "3      failed    failed        -       64       10   mse",
                "4      proposed       -        -      128  0.00001   mae");
    }

    @Test
    void saysTheStudyAsJson() {
        JsonObject study = json("runs t.db --trials").require("study").asObject();

        assertThat(study.members()).containsOnlyKeys("data_sha256", "rungs", "seed", "space", "settings", "lstm4j",
                "best", "trials");
        assertThat(Json.write(study.require("best"))).isEqualTo("{\"trial\":2,\"error\":0.25}");
        assertThat(Json.write(study.require("trials").asList().get(2))).isEqualTo("{\"number\":3,\"state\":\"failed\","
                + "\"values\":{\"hidden\":64,\"lr\":10.0,\"loss\":\"mse\"},\"results\":[{\"rung\":0,\"error\":null,"
                + "\"details\":{\"failure\":\"it diverged\"},\"seconds\":1.0}]}");
        assertThat(json("runs s.db").require("study")).isEqualTo(JsonValue.JsonNull.NULL);
    }

    @Test
    void saysHowToKeepTheFirstRun() {
        Session session = run("runs empty.db");

        assertThat(session.code()).isEqualTo(ExitCode.OK);
        assertThat(session.out().replaceAll("\\s+", " ")).startsWith("0 runs; no tuning study no run is kept in ")
                .contains("yet: 'lstm4j train DATA --target COL --study ").endsWith("keeps one ");
        assertThat(run("runs empty.db --trials").out()).contains("there is no tuning study in");
        assertThat(json("runs empty.db").require("runs").asList()).isEmpty();
    }

    /// Columns: command line, exit code, what, expected, received, fix; a cell is part of the text.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-",
            textBlock = """
                    runs s.db --compare 1,9            | 2 | there is no run 9 in  | an id from 1 to 4 | 9 | lists them
                    runs empty.db --compare 1,2        | 2 | there is no run 1 in  | none yet | 1 | lists them
                    runs s.db --compare 1              | 2 | nothing to compare | two different runs | 1 | --compare 1,3
                    runs s.db --compare 2,2            | 2 | nothing to compare | two different runs | 2,2 | --compare 1,3
                    runs s.db --compare one,2          | 2 | --compare | a whole number of at least 1 | 'one' | --help
                    runs s.db --trials --last 1        | 2 | --trials shows trials | - | - | leave one of them out
                    runs s.db --compare 1,2 --last 1   | 2 | that --last would choose | - | - | leave one of them out
                    runs s.db --sort mas               | 2 | --sort | one of id, name, mase | 'mas' | did you mean 'mase'?
                    runs nowhere.db                    | 5 | nowhere.db' does not exist | - | - | train --study' makes one
                    runs text.db                       | 4 | is not a study file | a SQLite database | something else | a new name
                    runs m.lstm4j                      | 4 | is not a study file | a SQLite database | something else | a new name
                    runs folder                        | 4 | is not a study file | a file | a folder | a new name
                    runs                               | 2 | needs STUDY | - | - | --help
                    train wave.csv --target load --study text.db    | 4 | is not a study file | a SQLite database | something else | a new name
                    train wave.csv --target load --study folder     | 5 | is a folder | - | - | give a file name in it
                    train wave.csv --target load --study no/s.db    | 5 | folder of | - | - | mkdir -p
                    train wave.csv --target load --study wave.csv   | 2 | wave.csv' is read | - | - | another name
                    train wave.csv --target load --study x.db --out x.db | 2 | two results | - | - | a name of its own
                    train wave.csv --target load --name x           | 2 | --name is for a run that is kept | - | - | --study
                    """)
    void saysWhatIsWrongBeforeAnyWork(String line, int code, String what, String expected, String received, String fix)
            throws IOException {
        List<Path> before = files();
        Session session = run(line + " --json");

        assertThat(session.code().number()).as(session.out()).isEqualTo(code);
        JsonObject error = Json.parse(session.out()).asObject().require("error").asObject();
        assertPart(error, "what", what);
        assertPart(error, "expected", expected);
        assertPart(error, "received", received);
        assertPart(error, "fix", fix);
        assertThat(session.err()).doesNotContain("epoch");
        assertThat(files()).isEqualTo(before);
    }

    private static void tune(Path file) {
        JsonObject none = JsonValue.object().build();
        try (StudyFile study = StudyFile.open(file)) {
            Journal journal = study.journal(new StudyIdentity("ab".repeat(32), 2, 42, none, none, "0.1.0"));
            journal.record(trial(1, 16, 0.01, "mae"));
            journal.record(trial(2, 32, 0.001, "mse"));
            journal.record(trial(3, 64, 10, "mse"));
            journal.record(trial(4, 128, 1e-5, "mae"));
            journal.record(new RungResult(1, 0, Score.of(0.5), 1));
            journal.record(new RungResult(2, 0, Score.of(0.4), 1));
            journal.record(new RungResult(2, 1, Score.of(0.25), 1));
            journal.record(new RungResult(3, 0, Score.failed("it diverged"), 1));
        }
    }

    private static Trial trial(int number, int hidden, double rate, String loss) {
        return new Trial(number, new Configuration(
                JsonValue.object().put("hidden", hidden).put("lr", rate).put("loss", loss).build()));
    }

    private static List<JsonObject> runs(String line) {
        return json(line.replace(" --json", "")).require("runs").asList().stream().map(JsonValue::asObject).toList();
    }

    private static List<Integer> ids(String line) {
        return runs(line).stream().map(run -> run.require("id").asInt()).toList();
    }

    private static JsonObject json(String line) {
        Session session = run(line + " --json");
        assertThat(session.code()).as(session.out() + session.err()).isEqualTo(ExitCode.OK);
        return Json.parse(session.out()).asObject();
    }

    /// Runs a line in the folder, where the words that name its files stand for them.
    private static Session run(String line) {
        return Session.of(Arrays.stream(line.split(" +"))
                .map(word -> word.matches("[\\w/]+\\.(csv|lstm4j|db|html)|folder")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new));
    }

    private static void assertPart(JsonObject error, String part, String text) {
        if (text != null) {
            assertThat(error.require(part).asText()).as(part).contains(text);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
