package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// Backtests as they are typed.
class BacktestCommandTest {

    @TempDir
    static Path folder;

    private static Session session;
    private static JsonObject json;

    @BeforeAll
    static void backtest() {
        SampleData.write(folder.resolve("wave.csv"), SampleData.wave(300));
        session = run("wave.csv", "--target", "load", "--future", "temp", "--horizon", "3", "--windows", "6", "--loss",
                "quantiles", "--calibration", "0.1", "--seed", "7", "--json");
        assertThat(session.code()).as(session.out() + session.err()).isEqualTo(ExitCode.OK);
        json = Json.parse(session.out()).asObject();
    }

    @Test
    void hasTheKeysOfTheContract() {
        assertThat(json.members()).containsOnlyKeys("data", "data_sha256", "horizon", "stride", "refit", "windows",
                "test", "baselines", "beats_baselines", "verdict", "comparison", "by_series", "by_step",
                "coverage_by_step", "notes", "settings", "seed", "parameters", "train_seconds", "seconds");
        assertThat(json.require("seed").asInt()).isEqualTo(7);
        assertThat(json.require("stride").asInt()).isEqualTo(3);
        assertThat(json.require("seconds").asDouble()).isPositive();
        assertThat(json.require("settings").asObject().members()).containsKeys("lookback", "windows", "stride", "refit",
                "reasons");
        assertThat(json.require("settings").asObject().require("test").asText()).isEqualTo("0.0");
    }

    @Test
    void everyWindowHasItsOriginAndItsErrors() {
        List<JsonValue> windows = json.require("windows").asList();

        // hours 282, 285 … 297 of 300, from 1 January on
        assertThat(windows).extracting(window -> window.asObject().require("origin").asText()).containsExactly(
                "2024-01-12T18:00Z", "2024-01-12T21:00Z", "2024-01-13T00:00Z", "2024-01-13T03:00Z",
                "2024-01-13T06:00Z", "2024-01-13T09:00Z");
        assertThat(windows).allSatisfy(window -> assertThat(window.asObject().members()).containsOnlyKeys("origin",
                "test", "baselines"));
        assertThat(windows.stream().mapToDouble(window -> metric(window.asObject(), "mase")).average().orElseThrow())
                .isCloseTo(metric(json, "mase"), within(1e-9));
    }

    @Test
    void isJudgedBesideEveryBaseline() {
        JsonObject baselines = json.require("baselines").asObject();

        assertThat(baselines.members()).containsOnlyKeys("naive", "seasonal_naive", "drift", "naive2", "theta", "ets",
                "nlinear");
        assertThat(baselines.require("naive2").asObject().require("owa").asDouble()).isEqualTo(1);
        double owa = (metric(json, "mase") / baselines.require("naive2").asObject().require("mase").asDouble()
                + metric(json, "smape") / baselines.require("naive2").asObject().require("smape").asDouble()) / 2;
        assertThat(metric(json, "owa")).isCloseTo(owa, within(1e-12));
        assertThat(json.require("test").asObject().require("coverage_80").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.require("coverage_by_step").asList()).hasSize(3);
    }

    @Test
    void saysWhetherTheDifferenceCouldBeChance() {
        JsonObject comparison = json.require("comparison").asObject();

        assertThat(comparison.members()).containsOnlyKeys("baseline", "outcome", "method", "alternative", "statistic",
                "p_value", "mean_difference", "differentials", "independent", "sentence");
        assertThat(comparison.require("p_value").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.require("verdict").asText()).startsWith("the LSTM ")
                .contains(" every baseline: its MASE is ")
                .endsWith(comparison.require("sentence").asText());
    }

    @Test
    void errorsStandByStepAndBySeries() {
        assertThat(json.require("by_step").asList()).hasSize(3).allSatisfy(step -> assertThat(step.asObject().members())
                .containsOnlyKeys("step", "mae", "rmse", "baseline_mae", "baseline_rmse"));
        JsonObject series = json.require("by_series").asList().getFirst().asObject();
        assertThat(series.members()).containsOnlyKeys("series", "points", "mae", "rmse", "mase", "smape",
                "baseline_mae", "baseline_mase");
        assertThat(series.require("series").asText()).isEqualTo("load");
        assertThat(series.require("points").asInt()).isEqualTo(18);
        assertThat(series.require("mae").asDouble()).isEqualTo(metric(json, "mae"));
    }

    @Test
    void tellsHowItGoes() {
        assertThat(session.err()).contains("training on what lies before 2024-01-12T18:00Z").contains("epoch 1/")
                .contains("auto: lookback = ").containsPattern(
                        "window 6/6  origin 2024-01-13T09:00Z  MASE [0-9.]+, best baseline [a-z0-9 ]+ [0-9.]+");
    }

    @Test
    void printsATableOfWindowsAndOneOfAll() {
        Session text = run("wave.csv", "--target", "load", "--horizon", "3", "--windows", "2", "--stride", "5",
                "--refit", "each", "--test", "0.3");

        assertThat(text.code()).as(text.err()).isEqualTo(ExitCode.OK);
        assertThat(text.out()).containsPattern("origin +LSTM MASE +[a-z0-9 ]+ MASE +ratio")
                .containsPattern("2024-01-13T04:00Z +[0-9.]+ ").containsPattern("2024-01-13T09:00Z +[0-9.]+ ")
                .contains("RMSE").contains("seasonal naive").contains("nlinear")
                .contains("every baseline: its MASE is ")
                .containsPattern("OWA, 1 for naive2 and less for what is better: LSTM [0-9.]+, [a-z0-9 ]+ [0-9.]+")
                .contains("too few to tell the LSTM from").doesNotContain("in 80 %");
        assertThat(text.err()).contains("training 2/2 on what lies before 2024-01-13T09:00Z")
                .contains("--test counts for nothing here");
    }

    /// A share of the test part would leave nothing, but there is none.
    @Test
    void sharesMustLeaveSomethingToTrainOn() {
        Session wrong = run("wave.csv", "--target", "load", "--val", "0.6", "--calibration", "0.5");

        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--val and --calibration leave nothing to train on")
                .contains("received --val 0.6 --calibration 0.5; use smaller ones, such as --val 0.1");
    }

    private static double metric(JsonObject evaluation, String name) {
        return evaluation.require("test").asObject().require(name).asDouble();
    }

    private static Session run(String file, String... words) {
        return Session.of(Stream.concat(
                Stream.of("backtest", folder.resolve(file).toString(), "--model", "direct", "--hidden", "4",
                        "--epochs", "2"),
                Arrays.stream(words)).toArray(String[]::new));
    }
}
