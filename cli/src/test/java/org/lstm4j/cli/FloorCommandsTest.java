package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;

/// Forecasts of counts, as they are typed.
class FloorCommandsTest {

    @TempDir
    static Path folder;

    private static Session automatic;

    @BeforeAll
    static void train() {
        SampleData.write(folder.resolve("counts.csv"),
                SampleData.hours(150, hour -> Integer.toString(Math.max(0, hour % 24 - 12))));
        automatic = run("train", "--json", "--out", path("auto.lstm4j"));
    }

    @Test
    void countsHaveAFloorAndItsReasonIsPrinted() {
        assertThat(automatic.code()).as(automatic.err()).isEqualTo(ExitCode.OK);
        assertThat(automatic.err().replaceAll("\\s+", " "))
                .contains("auto: floor = 0 (load is never below 0 in training, and its least value, 0.000, at most");
        assertThat(setting(automatic)).isEqualTo("0");
        assertThat(Session.of("forecast", path("auto.lstm4j"), path("counts.csv")).out()).doesNotContain("-0.")
                .doesNotContain(",-");
    }

    @Test
    void inspectShowsIt() {
        assertThat(Session.of("inspect", path("auto.lstm4j")).out()).contains("floor of forecasts: 0.0\n");
        assertThat(Session.of("inspect", path("auto.lstm4j"), "--json").out()).contains("\"floors\":[0.0]");
    }

    @Test
    void noneLeavesForecastsAsTheyAre() {
        Session none = run("train", "--floor", "none", "--json", "--out", path("none.lstm4j"));

        assertThat(setting(none)).isEqualTo("none");
        assertThat(none.err()).doesNotContain("auto: floor");
        assertThat(Session.of("inspect", path("none.lstm4j")).out()).doesNotContain("floor");
        assertThat(Session.of("forecast", path("none.lstm4j"), path("counts.csv")).out()).contains(",-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--floor=-2.5", "--floor -2.5"})
    void aFloorMayBeBelowZero(String flag) {
        Session below = run("train", Stream.concat(Stream.of("--json"), Arrays.stream(flag.split(" ")))
                .toArray(String[]::new));

        assertThat(below.code()).as(below.err()).isEqualTo(ExitCode.OK);
        assertThat(setting(below)).isEqualTo("-2.5");
    }

    @Test
    void aBacktestHasItToo() {
        Session backtest = run("backtest", "--windows", "3", "--json");

        assertThat(backtest.code()).as(backtest.err()).isEqualTo(ExitCode.OK);
        assertThat(setting(backtest)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "low"})
    void whatIsNoNumberIsRefused(String floor) {
        Session wrong = run("train", "--floor", floor);

        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--floor").contains(floor)
                .contains("a finite number, such as 0 or -40, or none, or auto");
    }

    @Test
    void otherKindsOfModelHaveNone() {
        Session wrong = Session.of("train", path("counts.csv"), "--target", "load", "--model", "deepar", "--floor",
                "0");

        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--floor means nothing to --model deepar");
    }

    private static String setting(Session session) {
        JsonObject json = Json.parse(session.out()).asObject();
        return json.require("settings").asObject().require("floor").asText();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Session run(String command, String... more) {
        return Session.of(Stream.concat(
                Stream.of(command, path("counts.csv"), "--target", "load", "--horizon", "4", "--hidden", "4",
                        "--epochs",
                        "2", "--loss", "quantiles", "--model", "direct"),
                Arrays.stream(more)).toArray(String[]::new));
    }
}
