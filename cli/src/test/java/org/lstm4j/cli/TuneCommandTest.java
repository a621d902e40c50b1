package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

class TuneCommandTest {

    private static final int HOURS = 260;

    @TempDir
    Path folder;

    private Path data;
    private Path study;

    @BeforeEach
    void writeData() {
        data = SampleData.write(folder.resolve("wave.csv"), SampleData.wave(HOURS));
        study = folder.resolve("s.db");
    }

    @Test
    void findsSettingsThatImproveOnTheDefaults() {
        JsonObject found = tune("--trials", "5");

        assertThat(found.require("finished_trials").asInt()).isEqualTo(5);
        assertThat(found.require("improves_on_defaults")).isEqualTo(JsonValue.of(true));
        assertThat(found.require("best").asObject().require("error").asDouble())
                .isLessThan(found.require("default_error").asDouble());
        assertThat(found.require("baselines").asObject().members())
                .containsOnlyKeys("naive", "seasonal_naive", "drift");
        JsonObject first = trials(found).getFirst();
        assertThat(first.require("configuration").asObject().members()).as("the defaults").isEmpty();
        assertThat(found.members()).containsKeys("measure", "gain", "pruned_trials", "failed_trials", "complete_trials",
                "best_so_far", "importance", "space", "settings", "data_sha256", "seed", "seconds", "train_command",
                "study");
    }

    @Test
    void isTheSameOnOneThreadAndOnTwo() {
        assertThat(untimed(tune("--trials", "5", "--threads", "2")))
                .isEqualTo(untimed(tune("--trials", "5", "--threads", "1")));
    }

    @Test
    void anotherSeedIsAnotherStudy() {
        assertThat(trials(untimed(tune("--trials", "3", "--seed", "1"))))
                .isNotEqualTo(trials(untimed(tune("--trials", "3", "--seed", "2"))));
    }

    @Test
    void goesOnWithAStudyAsIfNeverStopped() {
        tune("--trials", "2", "--study", study.toString());
        JsonObject resumed = tune("--trials", "6", "--study", study.toString());
        JsonObject unbroken = tune("--trials", "6");

        assertThat(trials(untimed(resumed))).isEqualTo(trials(untimed(unbroken)));
        assertThat(untimed(resumed).require("best")).isEqualTo(untimed(unbroken).require("best"));
    }

    @Test
    void repeatsNothingThatAStudyHas() {
        JsonObject first = tune("--trials", "3", "--study", study.toString());
        Session again = session("--trials", "3", "--study", study.toString());

        assertThat(again.err()).contains("going on with the study: 3 results were in the file already");
        assertThat(trials(Json.parse(again.out()).asObject())).as("with the times of the first run")
                .isEqualTo(trials(first));
    }

    /// Everything after the validation part is another; no trial may come to anything else for it.
    @Test
    void neverLooksAtTheTestPart() {
        int test = HOURS - HOURS / 5;
        List<String> lines = new ArrayList<>(SampleData.wave(HOURS).lines().toList());
        for (int hour = test; hour < HOURS; hour++) {
            String[] cells = lines.get(hour + 1).split(",", -1);
            lines.set(hour + 1, cells[0] + "," + (1000 + 7 * hour % 91) + "," + cells[2]);
        }
        JsonObject before = untimed(tune("--trials", "4"));
        SampleData.write(data, String.join("\n", lines) + "\n");
        JsonObject after = untimed(tune("--trials", "4"));

        assertThat(after.require("data_sha256")).isNotEqualTo(before.require("data_sha256"));
        assertThat(after.require("trials")).isEqualTo(before.require("trials"));
        assertThat(after.require("baselines")).isEqualTo(before.require("baselines"));
    }

    @Test
    void trainsWithTheBestSettingsAsTheLineItGivesDoes() {
        Path model = folder.resolve("best.lstm4j");
        JsonObject found = tune("--trials", "4", "--out", model.toString());
        String line = found.require("train_command").asText();
        Session train = Session.of((line.substring("./lstm4j ".length()) + " --json").split(" "));

        assertThat(line).startsWith("./lstm4j train " + data).contains("--hidden 3", "--lr ")
                .doesNotContain("--trials", "--space", "--json");
        assertThat(train.code()).as(train.out()).isEqualTo(ExitCode.OK);
        assertThat(Json.parse(train.out()).asObject().require("weights_sha256"))
                .isEqualTo(found.require("trained").asObject().require("weights_sha256"));
        assertThat(model).isRegularFile();
    }

    @Test
    void saysInWordsWhatItFound() {
        Session session = Session.of(arguments("--trials", "4"));

        assertThat(session.out()).contains("trial", "state", "error", "batch-size", "1 (defaults)",
                "by rolling validation its", "the best baseline",
                "trials beside the defaults do not tell", "to train with it: ./lstm4j train");
        assertThat(session.err()).contains("searching lr=0.001..0.1:log batch-size=8,16", "trial 1  rung 1/",
                "defaults");
    }

    @Test
    void writesAPageAboutTheStudy() throws IOException {
        Path page = folder.resolve("tuning.html");
        JsonObject found = tune("--trials", "4", "--report", page.toString());
        String html = Files.readString(page);

        assertThat(html).contains("Tuning of load, 1 step ahead", "MASE, mean of 2 folds of rolling validation",
                "batch-size",
                "seasonal naive", "the default settings", "lstm4j train ");
        assertThat(found.require("train_command").asText()).doesNotContain("--report");
    }

    @Test
    void doesNotSearchWhatIsGiven() {
        JsonObject found = Json
                .parse(Session.of("tune", data.toString(), "--target", "load", "--trials", "1", "--folds", "1",
                        "--epochs", "1", "--hidden", "3", "--lr", "auto", "-q", "--json").out())
                .asObject();

        assertThat(found.require("space").asObject().members()).doesNotContainKeys("epochs", "hidden")
                .containsKeys("lr", "lookback");
    }

    @Test
    void saysThatEveryTrialFailed() {
        String[] line = {"tune", data.toString(), "--target", "load", "--trials", "2", "--folds", "1", "--epochs", "3",
            "--optimizer",
            "sgd", "--lr", "1e8", "--clip-norm", "0", "--space", "hidden=2,3", "--out",
            folder.resolve("m.lstm4j").toString()};
        Session words = Session.of(line);
        List<String> asJson = new ArrayList<>(List.of(line));
        asJson.add("--json");
        Session session = Session.of(asJson.toArray(String[]::new));
        JsonObject found = Json.parse(session.out()).asObject();

        assertThat(session.code()).isEqualTo(ExitCode.TRAINING);
        assertThat(found.require("best")).isEqualTo(JsonValue.JsonNull.NULL);
        assertThat(found.require("train_command")).isEqualTo(JsonValue.JsonNull.NULL);
        assertThat(found.require("failed_trials").asInt()).isEqualTo(2);
        assertThat(words.code()).isEqualTo(ExitCode.TRAINING);
        assertThat(words.out()).contains("failed").contains("smaller learning rates");
        assertThat(folder.resolve("m.lstm4j")).doesNotExist();
    }

    @Test
    void saysThatNoTrialWasThroughInTime() {
        Session session = session("--trials", "2", "--time-budget", "1s", "--epochs", "100000", "--early-stopping", "0",
                "--study", study.toString());

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(error(session, "what")).isEqualTo("time was up before the first trial was through");
        assertThat(error(session, "fix")).contains("give more time", "what was found is kept");
        assertThat(study).isRegularFile();
    }

    @Test
    void refusesAStudyOfOtherDataOrSettings() {
        tune("--trials", "1", "--study", study.toString());
        Session otherHorizon = session("--trials", "1", "--study", study.toString(), "--horizon", "3");
        SampleData.write(data, SampleData.wave(HOURS - 1));
        Session otherData = session("--trials", "1", "--study", study.toString());

        assertThat(otherHorizon.code()).isEqualTo(ExitCode.USAGE);
        assertThat(error(otherHorizon, "what")).contains("was made with another horizon");
        assertThat(otherData.code()).isEqualTo(ExitCode.USAGE);
        assertThat(error(otherData, "what")).contains("was made with other data");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"',
            textBlock = """
                    --space hidden=8..4                | 2 | the range of 'hidden' is contradictory     |
                    --space hiden=4..8                 | 2 | 'hiden'                                   | did you mean 'hidden'
                    --space hidden=2..4 --hidden 3     | 2 | 'hidden' is both to be searched and given | leave --hidden out
                    --space lr=0..1:log                | 2 | logarithmic                               |
                    --space hidden                     | 2 | no hyperparameter is meant by 'hidden'    | hidden=16..128:log
                    --space lookback=8..400            | 3 | the longest lookback of the search space is 400 | use
                    --space optimizer=adam,adma        | 2 | 'optimizer' is to be searched over a value it cannot have | did you mean 'adam'
                    --shuffle-split                    | 2 | rolling validation goes by time           | leave out --shuffle-split
                    --time-budget 3                    | 2 | --time-budget has a value it cannot have  |
                    --study .                          | 5 | '.' is a folder                           | give a file name
                    --folds 400                        | 3 | to train on                               | fewer folds
                    """)
    void saysBeforeTheFirstTrialWhatCannotBe(String flags, int code, String what, String fix) {
        List<String> line = new ArrayList<>(
                List.of("tune", data.toString(), "--target", "load", "--trials", "1", "--json"));
        line.addAll(Arrays.asList(flags.split(" ")));
        Session session = Session.of(line.toArray(String[]::new));

        assertThat(session.code().number()).as(session.out()).isEqualTo(code);
        assertThat(error(session, "what")).contains(what);
        assertThat(error(session, "fix")).contains(fix == null ? "" : fix);
        assertThat(session.err()).doesNotContain("trial 1  rung");
    }

    @Test
    void leavesNoFileWhereSettingsCannotBe() {
        session("--study", study.toString(), "--trials", "1", "--horizon", "300");

        assertThat(Files.exists(study)).isFalse();
    }

    private JsonObject tune(String... more) {
        Session session = session(more);
        assertThat(session.code()).as(session.out()).isEqualTo(ExitCode.OK);
        return Json.parse(session.out()).asObject();
    }

    private Session session(String... more) {
        List<String> line = new ArrayList<>(List.of(arguments(more)));
        line.add("--json");
        return Session.of(line.toArray(String[]::new));
    }

    private String[] arguments(String... more) {
        List<String> line = new ArrayList<>(
                List.of("tune", data.toString(), "--target", "load", "--hidden", "3", "--folds", "2",
                        "--space", "lr=0.001..0.1:log", "--space", "batch-size=8,16", "--lookback", "24"));
        if (!List.of(more).contains("--epochs")) {
            line.addAll(List.of("--epochs", "2"));
        }
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    private static List<JsonObject> trials(JsonObject found) {
        return found.require("trials").asList().stream().map(JsonValue::asObject).toList();
    }

    private static JsonObject untimed(JsonObject found) {
        Map<String, JsonValue> members = new LinkedHashMap<>(found.members());
        List.of("seconds", "study", "train_command").forEach(members::remove);
        members.put("best", withoutSeconds(found.require("best").asObject()));
        members.put("trials", new JsonValue.JsonArray(
                trials(found).stream().<JsonValue>map(TuneCommandTest::withoutSeconds).toList()));
        return new JsonObject(members);
    }

    private static JsonObject withoutSeconds(JsonObject trial) {
        Map<String, JsonValue> members = new LinkedHashMap<>(trial.members());
        members.remove("seconds");
        return new JsonObject(members);
    }

    private static String error(Session session, String part) {
        return Json.parse(session.out()).asObject().require("error").asObject().require(part).asText();
    }
}
