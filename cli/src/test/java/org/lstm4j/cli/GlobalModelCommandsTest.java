package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;

/// ES-RNN and DeepAR as they are typed: trained, judged, kept, looked into and asked for forecasts.
class GlobalModelCommandsTest {

    @TempDir
    static Path folder;

    private static Session esRnn;
    private static Session deepAr;
    private static Session shops;

    @BeforeAll
    static void train() {
        file("wave.csv", SampleData.wave(240));
        file("zeros.csv", SampleData.hours(240, hour -> hour % 5 == 0 ? "0" : Integer.toString(hour % 24)));
        file("negative.csv", SampleData.hours(240, hour -> hour == 9 ? "-3" : Integer.toString(hour % 24)));
        file("ends.csv", SampleData.hours(240, hour -> hour < 236 ? Integer.toString(20 + hour % 24) : ""));
        file("unknown.csv", SampleData.wave(236) + "2024-01-10T20:00,50,\n2024-01-10T21:00,51,\n");
        file("shops.csv", shops("north", "south"));
        file("west.csv", shops("west"));
        file("daily.csv", daily());
        esRnn = run("train wave.csv --target load --model esrnn --horizon 4 --hidden 4 --epochs 3 --calibration 0.1"
                + " --seed 5 --out es.lstm4j --report es.html --study runs.db");
        deepAr = run("train wave.csv --target load --future temp --model deepar --horizon 4 --hidden 4 --layers 1"
                + " --epochs 1 --batch-size 4 --paths 10 --out deep.lstm4j --report deep.html");
        shops = run(
                "train shops.csv --target load --series name --series-embedding --static shop --model deepar --horizon 4"
                        + " --hidden 4 --layers 1 --epochs 1 --batch-size 4 --paths 10 --out shops.lstm4j");
    }

    @Test
    void trainHasTheKeysOfTheContract() {
        for (Session session : List.of(esRnn, deepAr)) {
            assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
            JsonObject json = json(session);
            assertThat(json.members()).containsKeys("model", "weights_sha256", "epochs", "train_seconds",
                    "samples_per_second", "test", "baselines", "beats_baselines", "settings", "seed", "parameters",
                    "coverage_by_step");
            assertThat(json.require("test").asObject().require("mase").asDouble()).isPositive();
            assertThat(json.require("test").asObject().require("coverage_80").asDouble()).isBetween(0.0, 1.0);
            assertThat(json.require("samples_per_second").asDouble()).isPositive();
            assertThat(session.err()).containsPattern("epoch 1/\\d  loss [0-9.]+  val loss [0-9.]+");
        }
        assertThat(json(esRnn).require("epochs").asList()).hasSize(3);
        assertThat(json(esRnn).members()).containsKey("run");
    }

    @Test
    void settingsSayWhatIsInForceAndWhy() {
        JsonObject settings = json(esRnn).require("settings").asObject();

        assertThat(settings.require("model").asText()).isEqualTo("esrnn");
        assertThat(settings.require("seasons").asText()).isEqualTo("24");
        assertThat(settings.require("calibration").asText()).isEqualTo("0.1");
        assertThat(settings.require("seed").asText()).isEqualTo("5");
        assertThat(settings.require("reasons").asObject().members()).containsKeys("season", "seasons", "scale",
                "lookback");
        assertThat(json(deepAr).require("settings").asObject().require("paths").asText()).isEqualTo("10");
        assertThat(json(deepAr).require("settings").asObject().require("loss").asText()).isEqualTo("student-t");
        assertThat(esRnn.err()).contains("auto: scale = log (every value has a logarithm)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "deep"})
    void evaluateJudgesTheSameTestPartAsTrain(String model) {
        JsonObject trained = json(model.equals("es") ? esRnn : deepAr);
        JsonObject evaluated = json(run("evaluate " + model + ".lstm4j wave.csv"));

        assertThat(evaluated.require("test")).isEqualTo(trained.require("test"));
        assertThat(evaluated.require("baselines")).isEqualTo(trained.require("baselines"));
    }

    @Test
    void theTableStandsBesideTheBaselines() {
        Session evaluation = Session.of("evaluate", path("es.lstm4j"), path("wave.csv"));

        assertThat(evaluation.out()).contains("MASE").contains("seasonal naive").contains("in 80 %")
                .containsPattern("the LSTM (beats|does not beat) every baseline");
    }

    @Test
    void forecastHasAColumnForEachQuantile() {
        Session forecast = Session.of("forecast", path("es.lstm4j"), path("wave.csv"), "--horizon", "2", "--plot");

        assertThat(forecast.code()).as(forecast.err()).isEqualTo(ExitCode.OK);
        assertThat(forecast.out()).startsWith(
                "series,time,step,mean,q0.025,q0.1,q0.2,q0.3,q0.4,q0.5,q0.6,q0.7,q0.8,q0.9,q0.975");
        assertThat(forecast.out().lines()).hasSize(3);
        assertThat(forecast.err()).contains("forecast from").doesNotContain("was not trained on");
    }

    @Test
    void aSeriesThatTheEsRnnDoesNotKnowIsForetoldWithANote() {
        Session forecast = run("forecast es.lstm4j shops.csv --series name");

        assertThat(forecast.code()).as(forecast.out()).isEqualTo(ExitCode.OK);
        assertThat(forecast.err())
                .contains("note: 'load of north' was not trained on: it is smoothed with the mean of");
    }

    @Test
    void inspectKnowsTheModel() {
        JsonObject sections = json(run("inspect es.lstm4j")).require("sections").asObject();
        assertThat(sections.members()).containsKeys("es_rnn", "global_forecaster", "series", "metrics", "provenance");
        assertThat(json(run("inspect deep.lstm4j")).require("sections").asObject().members()).containsKey("deepar");
    }

    @Test
    void reportsShowForecastsAndIntervals() throws IOException {
        for (String report : List.of("es.html", "deep.html")) {
            assertThat(Files.readString(folder.resolve(report))).startsWith("<!DOCTYPE html>")
                    .contains("Are the intervals honest?");
        }
        assertThat(Files.readString(folder.resolve("es.html"))).contains("twice the pinball loss of smoothed values");
    }

    @Test
    void equalRunsGiveEqualFiles() throws IOException {
        run("train wave.csv --target load --model esrnn --horizon 4 --hidden 4 --epochs 3 --calibration 0.1 --seed 5"
                + " --threads 1 --out again.lstm4j");
        assertThat(Files.readAllBytes(folder.resolve("again.lstm4j")))
                .isEqualTo(Files.readAllBytes(folder.resolve("es.lstm4j")));
    }

    /// Columns: command line, exit code, what, expected, received, fix; a cell is part of the text.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-",
            textBlock = """
                    train wave.csv --target load --model esrnn --skip linear | 2 | --skip means nothing to --model esrnn | - | - | leave it out
                    train wave.csv --target load --model esrnn --layers 2    | 2 | --layers means nothing to --model esrnn | - | - | leave it out
                    train wave.csv --target load --model deepar --scale log  | 2 | --scale means nothing to --model deepar | - | - | leave it out
                    train wave.csv --target load --model deepar --shuffle-split | 2 | --shuffle-split means nothing to --model deepar | - | - | leave it out
                    train wave.csv --target load --paths 5                   | 2 | --paths means nothing to --model auto | - | - | leave it out
                    train wave.csv --target load --model esrnn --past temp   | 2 | reads nothing beside the target | no --past | temp | --model deepar
                    train wave.csv --target load --model deepar --past temp  | 2 | known up to now | --future | --past temp | leave out --past
                    train wave.csv --target load --model deepar --loss mse   | 2 | learns a distribution | gaussian, student-t | --loss mse | leave out --loss
                    train wave.csv --target load --model esrnn --loss mse    | 2 | the median, or quantiles | mae or quantiles | --loss mse | leave out --loss
                    train wave.csv --target load --model esrnn --scale revin | 2 | smooths logarithms | log or mean-abs | --scale revin | leave out --scale
                    train wave.csv --target load --model esrnn --test 0      | 2 | nothing to judge | above 0 | 0 | a small one
                    train wave.csv --target load --model esrnn --val 0.9     | 2 | nothing to train on | below 1 | --val 0.9 --test 0.2 | smaller
                    train wave.csv --target load --model esrnn --lookback 170 | 3 | leaves 168 with values | lookback 170 + horizon 1 | 168 steps | use --lookback 167 or less
                    train zeros.csv --target load --model esrnn --scale log  | 3 | without a logarithm | above 0 | 0.0 at 2024-01-01T00:00Z | use --scale mean-abs
                    forecast es.lstm4j zeros.csv                             | 3 | without a logarithm | above 0 | 0.0 at 2024-01-01T00:00Z | train again
                    train negative.csv --target load --model deepar --loss negative-binomial | 3 | not defined for values below 0 | series 'load' | -3.0 at step 9 | gaussian or student-t
                    forecast es.lstm4j wave.csv --horizon 5                  | 2 | cannot forecast 5 steps | 1 to 4 steps | 5 steps | --horizon 4
                    forecast deep.lstm4j wave.csv                            | 3 | future column 'temp' | values up to 2024-01-11T03:00Z | values up to 2024-01-10T23:00Z | add rows
                    forecast es.lstm4j daily.csv --freq D                    | 3 | trained on steps of 1 hour | steps of 1 hour | steps of 1 day | same frequency
                    train shops.csv --target load --series name --static shop --model esrnn | 2 | reads nothing beside the target | no --past, --future or --static | shop | --model deepar
                    forecast shops.lstm4j west.csv                           | 3 | column 'shop' of series 'west' has a category that the training part did not have | one of north, south | 'west' | correct the value
                    train wave.csv --target load --model deepar --seeds 3    | 2 | --seeds means nothing to --model deepar | - | - | leave it out
                    train wave.csv --target load --model esrnn --lags 24     | 2 | --lags means nothing to --model esrnn | - | - | leave it out
                    train wave.csv --target load --model deepar --finish keep | 2 | --finish means nothing to --model deepar | - | - | leave it out
                    train wave.csv --target load --model deepar --batches-per-epoch 9 | 2 | --batches-per-epoch means nothing to --model deepar | - | - | leave it out
                    train wave.csv --target load --model deepar --unknown-category missing | 2 | --unknown-category means nothing to --model deepar | - | - | leave it out
                    explain es.lstm4j wave.csv                               | 2 | is for models of windows | a model of windows | ES-RNN or a DeepAR | --model direct
                    tune wave.csv --target load --model esrnn --study t.db   | 2 | searches the settings of models of windows, and --model esrnn is none | auto, direct or segment | --model esrnn | use 'train' or 'backtest', which take --model esrnn
                    backtest wave.csv --target load --model esrnn --horizon 24 --windows 12 | 3 | too few for 12 windows | at most 7 windows | 12 windows | use --windows 7 or fewer
                    backtest wave.csv --target load --model esrnn --horizon 200 | 3 | too few for a single window of horizon 200 | at least | 240 steps | use --horizon 76 or less
                    backtest wave.csv --target load --model esrnn --val 0.6 --calibration 0.5 | 2 | leave nothing to train on | below 1 | --val 0.6 --calibration 0.5 | smaller
                    backtest wave.csv --target load --model esrnn --paths 5  | 2 | --paths means nothing to --model esrnn | - | - | leave it out
                    backtest unknown.csv --target load --future temp --model deepar | 3 | the future column 'temp' of the series ends before the last window | 2024-01-10T21:00Z | 2024-01-10T19:00Z | add the values of 'temp'
                    """)
    void badInputIsRefused(String line, int code, String what, String expected, String received, String fix) {
        Session session = run(line);

        assertThat(session.code().number()).as(session.out() + session.err()).isEqualTo(code);
        JsonObject error = json(session).require("error").asObject();
        assertPart(error, "what", what);
        assertPart(error, "expected", expected);
        assertPart(error, "received", received);
        assertPart(error, "fix", fix);
    }

    @Test
    void deepArReadsCategoriesOfSeries() {
        assertThat(shops.code()).as(shops.out()).isEqualTo(ExitCode.OK);
        JsonObject settings = json(shops).require("settings").asObject();
        assertThat(settings.require("static").asText()).contains("shop");
        assertThat(settings.require("categories of shop").asText()).isEqualTo("2");
        Session forecast = run("forecast shops.lstm4j shops.csv");
        assertThat(forecast.code()).as(forecast.out()).isEqualTo(ExitCode.OK);
        assertThat(json(forecast).require("rows").asList()).hasSize(8);
    }

    @Test
    void futureColumnsThatReachFarEnoughAreRead() {
        Session forecast = run("forecast deep.lstm4j ends.csv");

        assertThat(forecast.code()).as(forecast.out()).isEqualTo(ExitCode.OK);
        assertThat(json(forecast).require("rows").asList().getFirst().asObject().require("time").asText())
                .isEqualTo("2024-01-10T20:00Z");
    }

    private static Session run(String line) {
        String[] words = Arrays.stream((line + " --json").split(" +"))
                .map(word -> word.matches("[\\w-]+\\.(csv|lstm4j|html|db)") ? path(word) : word)
                .toArray(String[]::new);
        return Session.of(words);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonObject json(Session session) {
        return Json.parse(session.out()).asObject();
    }

    private static void assertPart(JsonObject error, String part, String text) {
        if (text != null) {
            assertThat(error.require(part).asText()).as(part).contains(text);
        }
    }

    private static void file(String name, String text) {
        SampleData.write(folder.resolve(name), text);
    }

    private static String shops(String... names) {
        List<String> rows = new ArrayList<>();
        for (String name : names) {
            SampleData.wave(200).lines().skip(1).forEach(row -> rows.add(name + "," + name + "," + row));
        }
        return "name,shop," + SampleData.HEADER + String.join("\n", rows) + "\n";
    }

    private static String daily() {
        StringBuilder text = new StringBuilder("time,load\n");
        var start = java.time.LocalDate.of(2024, 1, 1);
        for (int day = 0; day < 200; day++) {
            text.append(start.plusDays(day)).append(',').append(10 + day % 7).append('\n');
        }
        return text.toString();
    }
}
