package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// The JSON that scripts rely on: every promised key is there, and what it says is true.
class ContractTest {

    private static final Set<String> METRICS = Set.of("mse", "mae", "rmse", "mape", "smape", "mase", "r2",
            "coverage_80", "coverage_95", "crps", "wql", "msis", "width_80", "width_95", "nd", "rmsse", "owa");
    private static final String[] TRAIN = {"model", "weights_sha256", "epochs", "train_seconds", "samples_per_second",
        "test",
        "baselines", "beats_baselines", "settings", "seed", "parameters"};

    @TempDir
    static Path folder;

    private static JsonObject trained;

    @BeforeAll
    static void train() {
        SampleData.write(folder.resolve("wave.csv"), SampleData.wave(200));
        trained = json("train", "wave.csv", "--target", "load", "--past", "temp", "--horizon", "3", "--hidden", "4",
                "--epochs",
                "2", "--seed", "7", "--out", "m.lstm4j", "--report", "r.html");
    }

    @Test
    void trainHasTheKeysOfTheContract() {
        assertThat(trained.members()).containsKeys(TRAIN);
        assertThat(trained.require("seed").asInt()).isEqualTo(7);
        assertThat(trained.require("weights_sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(trained.require("parameters").asInt()).isPositive();
        assertThat(trained.require("model").asText()).endsWith("m.lstm4j");
        assertThat(trained.require("train_seconds").asDouble()).isPositive();
        assertThat(trained.require("samples_per_second").asDouble()).isPositive();
        assertThat(trained.require("epochs").asList()).hasSize(2)
                .allSatisfy(epoch -> assertThat(epoch.asObject().members())
                        .containsOnlyKeys("epoch", "loss", "val_loss", "seconds"));
        assertEvaluation(trained);
        assertThat(folder.resolve("r.html")).content().startsWith("<!DOCTYPE html>").doesNotContain("https://")
                .containsPattern("\\./lstm4j train [^<]*wave\\.csv --target load --past temp");
    }

    @Test
    void settingsSayWhatAutoChoseAndWhy() {
        JsonObject settings = trained.require("settings").asObject();

        assertThat(settings.require("lookback").asText()).isEqualTo("58");
        assertThat(settings.require("season").asText()).isEqualTo("24");
        assertThat(settings.require("reasons").asObject().members()).containsKeys("lookback", "season",
                "calendar", "segment", "scale", "skip", "finish");
    }

    @Test
    void theLossStandsInTheSettingsAsItIsWritten() {
        assertThat(trained.require("settings").asObject().require("loss").asText()).isEqualTo("quantiles");
        JsonObject quantile = json("train", "wave.csv", "--target", "load", "--hidden", "2", "--epochs", "1", "--loss",
                "quantile:0.9", "--out", "q.lstm4j");
        assertThat(quantile.require("settings").asObject().require("loss").asText()).isEqualTo("quantile:0.9");
    }

    @Test
    void validationAndTestPartsMayBeNumbersOfSteps() {
        JsonObject settings = json("train", "wave.csv", "--target", "load", "--hidden", "2", "--epochs", "1", "--val",
                "12", "--test", "24").require("settings").asObject();

        assertThat(settings.require("val").asText()).isEqualTo("12");
        assertThat(settings.require("test").asText()).isEqualTo("24");
    }

    @Test
    void evaluateJudgesTheSameTestPartAsTrain() {
        JsonObject evaluated = json("evaluate", "m.lstm4j", "wave.csv");

        assertEvaluation(evaluated);
        assertThat(evaluated.require("test")).isEqualTo(trained.require("test"));
        Map<String, JsonValue> fitted = new LinkedHashMap<>(trained.require("baselines").asObject().members());
        assertThat(fitted.remove("nlinear")).isNotNull();
        assertThat(evaluated.require("baselines").asObject().members()).isEqualTo(fitted);
    }

    @Test
    void forecastHasTheKeysOfTheContractAndTheRowsOfItsCsv() throws IOException {
        JsonObject forecast = json("forecast", "m.lstm4j", "wave.csv", "--horizon", "2", "--out", "f.csv");

        assertThat(forecast.members()).containsKeys("model", "horizon", "rows");
        assertThat(forecast.require("horizon").asInt()).isEqualTo(2);
        List<String> csv = Files.readAllLines(folder.resolve("f.csv"));
        assertThat(csv.getFirst()).startsWith("series,time,step,mean,q0.025,").endsWith(",q0.975");
        assertThat(forecast.require("rows").asList().stream().map(ContractTest::csv)).isEqualTo(csv.subList(1, 3)
                .stream().map(line -> String.join(",", List.of(line.split(",")).subList(0, 4))).toList());
        assertThat(csv.get(1)).startsWith(",2024-01-09T08:00Z,1,");
    }

    @Test
    void explainSaysWhatForecastsDependOn() throws IOException {
        JsonObject explained = json("explain", "m.lstm4j", "wave.csv", "--windows", "5", "--step", "2", "--at",
                "2024-01-08", "--out", folder.resolve("why").toString());

        assertThat(explained.members()).containsOnlyKeys("model", "step", "windows", "targets", "gates_at", "gates",
                "parameters", "gradients", "at");
        assertThat(explained.require("step").asInt()).isEqualTo(2);
        JsonObject target = explained.require("targets").asList().getFirst().asObject();
        assertThat(target.members()).containsOnlyKeys("target", "unit", "mae", "shares", "span", "worst_gap",
                "path_points", "complete", "columns");
        assertThat(target.require("columns").asList().getFirst().asObject().members()).containsOnlyKeys("column",
                "role", "first_lag", "saliency", "gradient_times_input", "attribution", "occlusion", "error_rise",
                "hidden_change", "hidden_error_rise");
        assertThat(target.require("shares").asList().getFirst().asObject().members()).containsOnlyKeys("column",
                "saliency", "gradient_times_input", "integrated_gradients", "occlusion", "error_rise");
        assertThat(explained.require("gates").asList().getFirst().asObject().require("signals").asObject().members())
                .containsKeys("forget_gate", "cell_state");
        JsonObject at = explained.require("at").asList().getFirst().asObject();
        assertThat(at.require("time").asText()).isEqualTo("2024-01-08T00:00Z");
        assertThat(Json.parse(Files.readString(folder.resolve("why/explanation.json")))).isEqualTo(explained);
    }

    @Test
    void explainPrintsTables() {
        json("train", "wave.csv", "--target", "load", "--past", "temp", "--model", "direct", "--horizon", "3",
                "--hidden",
                "4", "--epochs", "2", "--out", "plain.lstm4j");
        Session session = Session.of("explain", folder.resolve("plain.lstm4j").toString(),
                folder.resolve("wave.csv").toString(), "--windows", "3", "--out", folder.toString(), "--at",
                "2024-01-09 00:00");
        assertThat(session.code()).isEqualTo(ExitCode.OK);
        assertThat(session.out())
                .startsWith("What the forecast of load, mean over the horizon, depends on (windows: 3,")
                .containsPattern("load +target ").containsPattern("temp +past ").contains("Strongest lags")
                .containsPattern("0 lstm +forget gate ").containsPattern("0.bias_l0 +forget gate +4 ")
                .contains("The forecast of load at 2024-01-09T00:00Z is ").contains("[batch, steps 48, features ");
    }

    @Test
    void inspectKnowsTheModelAndWhatItWasMadeFrom() {
        JsonObject inspected = json("inspect", "m.lstm4j");

        assertThat(inspected.require("parameters")).isEqualTo(trained.require("parameters"));
        JsonObject sections = inspected.require("sections").asObject();
        assertThat(sections.members()).containsKeys("forecaster", "series", "metrics", "provenance");
        assertThat(sections.require("provenance").asObject().require("weights_sha256"))
                .isEqualTo(trained.require("weights_sha256"));
    }

    @Test
    void notesTheMachineOnlyWhenAsked() {
        json("train", "wave.csv", "--target", "load", "--hidden", "2", "--epochs", "1", "--stamp", "--out",
                "stamped.lstm4j");
        JsonObject stamped = json("inspect", "stamped.lstm4j").require("sections").asObject();

        assertThat(stamped.require("stamp").asObject().members())
                .containsOnlyKeys("time", "host", "threads", "java", "os");
        assertThat(json("inspect", "m.lstm4j").require("sections").asObject().members()).doesNotContainKey("stamp");
    }

    @Test
    void whatPrepareWritesIsReadAgainAsTheSameValues() {
        JsonObject first = json("prepare", "wave.csv", "--out", "clean.csv");
        JsonObject again = json("prepare", "clean.csv");

        assertThat(again.require("data_sha256")).isEqualTo(first.require("data_sha256"));
        assertThat(first.members()).containsKeys("rows", "columns", "series", "suggested_flags");
    }

    @Test
    void flagsWinOverTheConfigurationFile() {
        SampleData.write(folder.resolve("spec.json"), "{\"target\":\"load\",\"epochs\":1,\"hidden\":5,\"horizon\":2}");
        JsonObject settings = json("train", "wave.csv", "--config", "spec.json", "--hidden", "6").require("settings")
                .asObject();

        assertThat(settings.require("hidden").asText()).isEqualTo("6");
        assertThat(settings.require("horizon").asText()).isEqualTo("2");
        assertThat(settings.require("epochs").asText()).isEqualTo("1");
    }

    @Test
    void chapterHasTheKeysOfTheContract() {
        JsonObject chapter = json("chapter", "--epochs", "1");

        assertThat(chapter.members()).containsKeys("test_loss", "epochs", "train_seconds", "seed", "init");
        assertThat(chapter.require("init").asText()).isEqualTo("keras");
        assertThat(chapter.require("epochs").asList()).hasSize(1);
        assertThat(chapter.require("test_loss").asDouble()).isBetween(0.0, 100.0);
    }

    @Test
    void demoHasTheKeysOfTrainAndAReport() throws Exception {
        CommandProcess demo = CommandProcess.run(CommandProcess.builder(
                folder, List.of(CommandProcess.BOTH_COMPILERS), "demo", "--json", "--dir", "demo"));

        assertThat(demo.code()).as(demo.err()).isZero();
        JsonObject json = Json.parse(demo.out()).asObject();
        assertThat(json.members()).containsKeys(TRAIN).containsKey("report");
        assertEvaluation(json);
        assertThat(folder.resolve("demo/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("demo/model.lstm4j")).isNotEmptyFile();
        assertThat(folder.resolve("demo/forecast.csv")).content().hasLineCount(25);
        double mae = json.require("test").asObject().require("mae").asDouble();
        double naive = json.require("baselines").asObject().require("seasonal_naive").asObject().require("mae")
                .asDouble();
        assertThat(mae / naive).isLessThan(0.9);
    }

    private static void assertEvaluation(JsonObject json) {
        assertThat(json.require("test").asObject().members().keySet()).isEqualTo(METRICS);
        JsonObject baselines = json.require("baselines").asObject();
        assertThat(baselines.members()).containsKeys("naive", "seasonal_naive", "drift");
        double mase = json.require("test").asObject().require("mase").asDouble();
        boolean beaten = true;
        for (JsonValue baseline : baselines.members().values()) {
            assertThat(baseline.asObject().members().keySet()).isEqualTo(METRICS);
            beaten &= mase < baseline.asObject().require("mase").asDouble();
        }
        assertThat(json.require("beats_baselines").asBoolean()).isEqualTo(beaten);
    }

    /// A row of JSON as the CSV has it.
    private static String csv(JsonValue row) {
        JsonObject cells = row.asObject();
        return cells.require("series").asText() + "," + cells.require("time").asText() + ","
                + cells.require("step").asInt() + "," + cells.require("mean").asDouble();
    }

    /// What a command says with `--json`; words that name files stand for those of the folder.
    private static JsonObject json(String... words) {
        String[] all = Stream.concat(Arrays.stream(words), Stream.of("--json"))
                .map(word -> word.matches("\\w+\\.\\w+") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        Session session = Session.of(all);
        assertThat(session.code()).as(session.out() + session.err()).isEqualTo(ExitCode.OK);
        return Json.parse(session.out()).asObject();
    }
}
