package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;

/// Training, judging and forecasting with intervals, as it is typed.
class IntervalCommandsTest {

    @TempDir
    static Path folder;

    private static Path data;
    private static Path model;
    private static Session training;

    @BeforeAll
    static void train() {
        data = SampleData.write(folder.resolve("wave.csv"), SampleData.wave(600));
        model = folder.resolve("m.lstm4j");
        training = Session.of("train", data.toString(), "--target", "load", "--horizon", "4", "--hidden", "5",
                "--epochs", "2", "--model", "segment", "--loss", "quantiles", "--calibration", "0.1", "--json", "--out",
                model.toString(), "--report", folder.resolve("r.html").toString());
    }

    @Test
    void trainSaysHowHonestTheIntervalsAre() {
        assertThat(training.code()).as(training.err()).isEqualTo(ExitCode.OK);
        JsonObject json = Json.parse(training.out()).asObject();
        JsonObject test = json.require("test").asObject();

        assertThat(test.require("coverage_80").asDouble()).isBetween(0.0, 1.0);
        assertThat(test.members()).containsKeys("coverage_95", "crps", "wql", "msis", "width_80", "width_95", "owa");
        assertThat(json.require("baselines").asObject().require("seasonal_naive").asObject().require("wql").asDouble())
                .isPositive();
        assertThat(json.require("coverage_by_step").asList()).hasSize(4);
        assertThat(json.require("settings").asObject().members()).containsKeys("model", "skip", "calibration");
        assertThat(training.err()).contains("auto: skip = ").contains("least validation error after a short training");
    }

    @Test
    void forecastHasAColumnForEachQuantile() {
        Session forecast = Session.of("forecast", model.toString(), data.toString(), "--horizon", "2");

        assertThat(forecast.code()).as(forecast.err()).isEqualTo(ExitCode.OK);
        assertThat(forecast.out().lines().findFirst().orElseThrow()).isEqualTo(
                "series,time,step,mean,q0.025,q0.1,q0.2,q0.3,q0.4,q0.5,q0.6,q0.7,q0.8,q0.9,q0.975");
        assertThat(forecast.out().lines()).hasSize(3).allSatisfy(line -> assertThat(line.split(",")).hasSize(15));
    }

    @Test
    void beyondTheTrainedHorizonThereAreForecastsAndNoIntervals() {
        Session refused = Session.of("forecast", model.toString(), data.toString(), "--horizon", "6");
        Session forecast = Session.of("forecast", model.toString(), data.toString(), "--horizon", "6", "--extend",
                "--plot");
        Session json = Session.of("forecast", model.toString(), data.toString(), "--horizon", "6", "--extend",
                "--json");

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).endsWith("lstm4j: the model cannot forecast 6 steps; expected 1 to 4 steps, as it was"
                + " trained; received 6 steps; use --horizon 4 or less, or train with --horizon 6\n");
        assertThat(forecast.code()).as(forecast.err()).isEqualTo(ExitCode.OK);
        assertThat(forecast.err().replaceAll("\\s+", " ")).contains("from step 5 on the model goes on from its own"
                + " forecasts, which it was not trained for: expect larger errors, and no intervals");
        List<String> lines = forecast.out().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.subList(1, 5)).noneMatch(line -> line.contains(",,"));
        assertThat(lines.subList(5, 7)).allMatch(line -> line.matches(",2024-[^,]*,[56],[0-9.]+,{11}"));
        JsonObject last = Json.parse(json.out()).asObject().require("rows").asList().getLast().asObject();
        assertThat(last.require("q0.1")).isEqualTo(JsonNull.NULL);
        assertThat(last.require("mean").asDouble()).isBetween(30.0, 70.0);
    }

    @Test
    void theReportShadesTheIntervalsAndSaysWhetherTheyAreHonest() throws IOException {
        String page = Files.readString(folder.resolve("r.html"));
        JsonObject test = Json.parse(training.out()).asObject().require("test").asObject();
        double percent = StrictMath.rint(1000 * test.require("coverage_80").asDouble()) / 10;

        assertThat(page).contains("Are the intervals honest?")
                .contains("The 80\u202f% intervals hold " + percent + "\u202f% of the values: ")
                .contains("\"areas\":[{\"name\":\"95\u202f% interval\",\"style\":\"outer\"")
                .contains("The shaded areas are the intervals of LSTM")
                .contains("training, validation, calibration, test");
    }

    @Test
    void aModelOfPointsHasNoIntervalsInItsReport() throws IOException {
        Path report = folder.resolve("points.html");
        Session points = Session.of("train", data.toString(), "--target", "load", "--horizon", "4", "--hidden", "2",
                "--epochs", "1", "--loss", "mse", "--calibration", "0", "--out",
                folder.resolve("points.lstm4j").toString(), "--report", report.toString());

        assertThat(points.code()).as(points.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(report)).doesNotContain("intervals honest").doesNotContain("\"areas\"");
        assertThat(Session.of("forecast", folder.resolve("points.lstm4j").toString(), data.toString(), "--plot").err())
                .contains("forecast from").doesNotContain("interval");
    }

    @Test
    void theDrawnForecastHasTheNarrowInterval() {
        Session forecast = Session.of("forecast", model.toString(), data.toString(), "--plot");

        assertThat(forecast.code()).as(forecast.err()).isEqualTo(ExitCode.OK);
        assertThat(forecast.err()).contains("⠂⠂⠂⠂ 80 % interval").doesNotContain("95 % interval");
    }

    @Test
    void evaluateShowsATableOfIntervals() {
        Session evaluation = Session.of("evaluate", model.toString(), data.toString());

        assertThat(evaluation.code()).as(evaluation.err()).isEqualTo(ExitCode.OK);
        assertThat(evaluation.out()).contains("in 80 %").contains("WQL").contains("at the first step ahead");
    }

    @Test
    void partsMustLeaveSomethingToTrainOn() {
        Session session = Session.of("train", data.toString(), "--target", "load", "--calibration", "0.8");

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("--val, --calibration and --test leave nothing to train on")
                .contains("--val 0.1 --calibration 0.8 --test 0.2");
    }
}
