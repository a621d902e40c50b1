package org.lstm4j.benchmarks.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the campaign makes of what `train` says, with a script that says it.
class DefaultsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void asksForTargetAndHorizonAlone() throws IOException {
        Files.createFile(folder.resolve("bike-sharing-hour.csv"));
        Path words = folder.resolve("words");
        run(launcher("echo \"$@\" > " + words, 0.9, 1.0, "0.04"));

        assertThat(Files.readString(words).strip()).isEqualTo("train " + folder.resolve("bike-sharing-hour.csv")
                + " --horizon 24 --target cnt --time dteday,hr --json --quiet");
    }

    @Test
    void printsARowForEachFileThatIsThere() throws IOException {
        Files.createFile(folder.resolve("shampoo.csv.gz"));

        assertThat(run(launcher("", 0.9, 0.8, "0.04"))).isZero();
        assertThat(text(out)).contains("| shampoo | 6 | 2 | 0.800 | 0.900 | 1.000 | nlinear | 0.040 | 81.2 | - | ",
                "| airline-passengers | is not there |").doesNotContain("not level", "not beat");
    }

    @Test
    void saysWhereAPromiseIsBroken() throws IOException {
        Files.createFile(folder.resolve("shampoo.csv"));

        assertThat(run(launcher("", 0.9, 1.1, "null"))).isEqualTo(1);
        assertThat(text(out)).contains("| nlinear | - |", "shampoo: does not beat seasonal naive",
                "shampoo: is not level with NLinear");
    }

    @Test
    void isLevelWithinAHundredth() throws IOException {
        Files.createFile(folder.resolve("shampoo.csv"));

        assertThat(run(launcher("", 0.9, 0.909, "null"))).isZero();
        assertThat(run(launcher("", 0.9, 0.910, "null"))).isEqualTo(1);
    }

    @Test
    void namesAFileThatCannotBeTrained() throws IOException {
        Files.createFile(folder.resolve("shampoo.csv"));

        assertThat(run(launcher("echo no such column; exit 3", 1, 1, "null"))).isEqualTo(1);
        assertThat(text(out)).contains("shampoo: training failed", "3: no such column");
    }

    @Test
    void refusesTooFewArguments() {
        assertThat(Defaults.run(stream(out), stream(err), "./lstm4j")).isEqualTo(2);
        assertThat(text(err)).startsWith("expected the launcher, a folder with data");
    }

    private int run(Path launcher) {
        return Defaults.run(stream(out), stream(err), launcher.toString(), folder.toString());
    }

    private Path launcher(String first, double nlinear, double mase, String pValue) throws IOException {
        return ScriptedLauncher.in(folder, first, Double.toString(nlinear), Double.toString(mase), pValue);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
