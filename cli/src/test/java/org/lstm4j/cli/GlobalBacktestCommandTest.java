package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;

/// Backtests of ES-RNN and DeepAR as they are typed.
class GlobalBacktestCommandTest {

    @TempDir
    static Path folder;

    @Test
    void deepArHasTheKeysOfTheContract() {
        Session session = run("deepar", "--future", "temp", "--layers", "1", "--batch-size", "4", "--paths", "10",
                "--windows", "3", "--seed", "7", "--json");

        assertThat(session.code()).as(session.out() + session.err()).isEqualTo(ExitCode.OK);
        JsonObject json = Json.parse(session.out()).asObject();
        assertThat(json.members()).containsOnlyKeys("data", "data_sha256", "horizon", "stride", "refit", "windows",
                "test", "baselines", "beats_baselines", "verdict", "comparison", "by_series", "by_step",
                "coverage_by_step", "notes", "settings", "seed", "parameters", "train_seconds", "seconds");
        assertThat(json.require("windows").asList()).hasSize(3);
        assertThat(json.require("baselines").asObject().members()).containsOnlyKeys("naive", "seasonal_naive", "drift",
                "naive2", "theta", "ets", "nlinear");
        assertThat(json.require("test").asObject().require("coverage_80").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.require("seed").asInt()).isEqualTo(7);
        assertThat(json.require("verdict").asText()).endsWith(
                json.require("comparison").asObject().require("sentence").asText());
        JsonObject settings = json.require("settings").asObject();
        assertThat(settings.require("model").asText()).isEqualTo("deepar");
        assertThat(settings.require("future").asText()).isEqualTo("temp");
        assertThat(settings.require("test").asText()).isEqualTo("0.0");
        assertThat(settings.require("windows").asText()).isEqualTo("3");
        assertThat(settings.require("reasons").asObject().members()).containsKeys("season", "lags")
                .doesNotContainKey("hidden");
    }

    @Test
    void esRnnStandsInATableBesideTheBaselines() {
        Session session = run("esrnn", "--windows", "2", "--refit", "each", "--test", "0.3");

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).containsPattern("origin +LSTM MASE +[a-z0-9 ]+ MASE +ratio")
                .containsPattern("2024-01-10T18:00Z +[0-9.]+ ").containsPattern("2024-01-10T21:00Z +[0-9.]+ ")
                .contains("every baseline: its MASE is ").contains("OWA, 1 for naive2").doesNotContain("in 80 %");
        assertThat(session.err()).contains("training 1/2 on what lies before 2024-01-10T18:00Z")
                .contains("training 2/2 on what lies before 2024-01-10T21:00Z")
                .containsPattern("epoch 2/2  loss [0-9.e-]+  val loss [0-9.e-]+  [0-9]+ samples/s")
                .contains("auto: seasons = 24").contains("--test counts for nothing here")
                .containsPattern("window 2/2  origin 2024-01-10T21:00Z  MASE [0-9.]+, best baseline ");
    }

    @Test
    void aCalibrationPartGivesIntervals() {
        Session session = run("esrnn", "--windows", "1", "--calibration", "0.1");

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).contains("in 80 %");
    }

    private static Session run(String kind, String... words) {
        Path file = SampleData.write(folder.resolve("wave.csv"), SampleData.wave(240));
        return Session.of(Stream.concat(
                Stream.of("backtest", file.toString(), "--target", "load", "--horizon", "3", "--model", kind,
                        "--hidden", "4", "--epochs", "2"),
                Arrays.stream(words)).toArray(String[]::new));
    }
}
