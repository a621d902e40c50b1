package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;

/// Forecasts of a series whose season is taken off, as they are typed.
class DeseasonalizeCommandsTest {

    @TempDir
    static Path folder;

    private static Session trained;

    @BeforeAll
    static void train() {
        SampleData.write(folder.resolve("days.csv"),
                SampleData.hours(240, hour -> Integer.toString(200 + hour / 24 + (hour % 24 == 3 ? 50 : 0))));
        trained = run("--deseasonalize", "indices", "--out", path("m.lstm4j"));
    }

    @Test
    void whatWasFoundStandsAmongTheSettings() {
        assertThat(trained.code()).as(trained.err()).isEqualTo(ExitCode.OK);
        JsonObject settings = Json.parse(trained.out()).asObject().require("settings").asObject();
        assertThat(settings.require("deseasonalize").asText()).isEqualTo("indices");
        assertThat(settings.require("reasons").asObject().require("deseasonalize").asText())
                .isEqualTo("a season was found in 1 of 1");
    }

    @Test
    void inspectSaysSo() {
        assertThat(Session.of("inspect", path("m.lstm4j")).out())
                .contains("season: taken off by indices, and put back on forecasts\n");
    }

    @Test
    void forecastsHaveTheirSeason() {
        Session forecast = Session.of("forecast", path("m.lstm4j"), path("days.csv"), "--json");

        assertThat(forecast.code()).as(forecast.err()).isEqualTo(ExitCode.OK);
        List<Double> mean = Json.parse(forecast.out()).asObject().require("rows").asList().stream()
                .map(row -> row.asObject().require("mean").asDouble()).toList();
        assertThat(mean.get(3) - mean.get(2)).isGreaterThan(30);
    }

    @Test
    void theDefaultIsNone() {
        JsonObject settings = Json.parse(run().out()).asObject().require("settings").asObject();

        assertThat(settings.require("deseasonalize").asText()).isEqualTo("none");
    }

    @Test
    void modelsWithSeasonsOfTheirOwnRefuseIt() {
        Session refused = Session.of("train", path("days.csv"), "--target", "load", "--model", "esrnn",
                "--deseasonalize", "indices");

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("--deseasonalize means nothing to --model esrnn");
    }

    private static Session run(String... flags) {
        List<String> words = new ArrayList<>(List.of("train", path("days.csv"), "--target", "load", "--horizon", "6",
                "--lookback", "24", "--model", "direct", "--hidden", "4", "--epochs", "2", "--json"));
        words.addAll(List.of(flags));
        return Session.of(words.toArray(new String[0]));
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }
}
