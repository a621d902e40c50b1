package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;

/// Intervals of a series too short for a calibration part, as it is typed.
class CalibrationCommandsTest {

    @TempDir
    static Path folder;

    private static Session automatic;

    @BeforeAll
    static void train() {
        SampleData.write(folder.resolve("wave.csv"), SampleData.wave(100));
        automatic = run("auto.lstm4j");
    }

    @Test
    void validationWindowsCalibrateWhereNothingElseCan() {
        assertThat(automatic.code()).as(automatic.err()).isEqualTo(ExitCode.OK);
        assertThat(automatic.err().replaceAll("\\s+", " ")).contains("auto: calibration = validation (there is no"
                + " calibration part, so validation windows (7) said how wide intervals must be; they chose the epoch"
                + " too, which may leave them a little too narrow)");
        assertThat(setting(automatic)).isEqualTo("validation");
    }

    @Test
    void inspectSaysWhatCalibrated() {
        assertThat(inspect("auto.lstm4j")).contains("intervals: calibrated on validation windows, which chose the epoch"
                + " too: they may be a little too narrow\n");
        assertThat(Session.of("inspect", path("auto.lstm4j"), "--json").out())
                .contains("\"calibrated_on\":\"validation\"");
    }

    @Test
    void noneLeavesTheQuantilesOfTheNetwork() {
        Session none = run("none.lstm4j", "--calibration", "none");

        assertThat(none.code()).as(none.err()).isEqualTo(ExitCode.OK);
        assertThat(none.err()).doesNotContain("auto: calibration");
        assertThat(setting(none)).isEqualTo("0.0");
        assertThat(inspect("none.lstm4j")).doesNotContain("intervals: ");
    }

    @Test
    void aPartThatIsGivenIsTaken() {
        Session part = run("part.lstm4j", "--calibration", "12");

        assertThat(part.code()).as(part.err()).isEqualTo(ExitCode.OK);
        assertThat(setting(part)).isEqualTo("12");
        assertThat(inspect("part.lstm4j")).contains("intervals: calibrated on the calibration part\n");
    }

    @Test
    void whatIsNoPartIsRefused() {
        Session wrong = run("wrong.lstm4j", "--calibration", "validation");

        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.out()).contains("--calibration")
                .contains("a share of at least 0 and below 1, such as 0.1, or a"
                        + " whole number of steps, such as 48");
    }

    private static String setting(Session session) {
        return json(session).require("settings").asObject().require("calibration").asText();
    }

    private static JsonObject json(Session session) {
        return Json.parse(session.out()).asObject();
    }

    private static String inspect(String model) {
        return Session.of("inspect", path(model)).out();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Session run(String model, String... more) {
        return Session.of(Stream.concat(
                Stream.of("train", path("wave.csv"), "--target", "load", "--horizon", "4", "--hidden", "4", "--epochs",
                        "2",
                        "--seeds", "1", "--scale", "last", "--skip", "none", "--json", "--out", path(model)),
                Arrays.stream(more)).toArray(String[]::new));
    }
}
