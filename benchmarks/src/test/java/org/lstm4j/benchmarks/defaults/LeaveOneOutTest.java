package org.lstm4j.benchmarks.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the check makes of errors, with a script that says them.
class LeaveOneOutTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void someFiles() throws IOException {
        for (String name : new String[]{"shampoo", "airline-passengers", "daily-total-female-births"}) {
            Files.writeString(folder.resolve(name + ".csv"), "Time,Value\n1,1\n2,2\n3,3\n4,4\n5,5\n");
        }
    }

    @Test
    void asksTheOthersWhatTheyWouldChoose() throws IOException {
        // half the units: births alone are better with them, by much; a slower rate: all but births are
        Path launcher = launcher("""
                case "$*" in
                *births*"--hidden 32") mase=0.5;;
                *"--hidden 32") mase=1.1;;
                *births*"--lr 0.0005") mase=1.5;;
                *"--lr 0.0005") mase=0.9;;
                *) mase=1.0;;
                esac
                """);

        assertThat(run(launcher, "shampoo", "airline-passengers", "daily-total-female-births")).isZero();
        assertThat(text(out)).contains("| file | defaults | --hidden 32 | ",
                "| daily-total-female-births | 1.000 | 0.500 | 1.000 | 1.500 | ",
                "shampoo: the others choose --hidden 32, which has 1.100 of",
                "airline-passengers: the others choose --hidden 32, which has 1.100 of",
                "daily-total-female-births: the others choose --lr 0.0005, which has 1.500 of",
                "Chosen by the others: 1.2198 of the defaults' error, geometric mean over 3 files");
    }

    @Test
    void othersThatAgreeChooseTheDefaults() throws IOException {
        assertThat(run(launcher("case \"$*\" in *quiet) mase=0.8;; *) mase=0.9;; esac"), "shampoo",
                "airline-passengers")).isZero();
        assertThat(text(out)).contains("shampoo: the others choose defaults, which has 1.000 of",
                "Chosen by the others: 1.0000 of");
    }

    @Test
    void cutsOffWhatTrainWouldJudge() throws IOException {
        Path rows = folder.resolve("rows");
        run(launcher("cat $2 > " + rows + "; mase=1"), "shampoo");

        assertThat(Files.readString(rows)).isEqualTo("Time,Value\n1,1\n2,2\n3,3\n4,4\n");
        assertThat(text(out)).doesNotContain("the others");
    }

    @Test
    void namesAFileThatCannotBeTrained() throws IOException {
        assertThat(run(launcher("echo too few rows; exit 3"), "shampoo", "stocks")).isEqualTo(1);
        assertThat(text(out)).contains("| stocks | is not there |", "shampoo: training failed", "3: too few rows");
    }

    @Test
    void refusesTooFewArguments() {
        assertThat(LeaveOneOut.run(stream(out), stream(err), "./lstm4j")).isEqualTo(2);
        assertThat(text(err)).startsWith("expected the launcher, a folder with data");
    }

    private int run(Path launcher, String... names) {
        String[] arguments = new String[2 + names.length];
        arguments[0] = launcher.toString();
        arguments[1] = folder.toString();
        System.arraycopy(names, 0, arguments, 2, names.length);
        return LeaveOneOut.run(stream(out), stream(err), arguments);
    }

    /// @param setting what sets `mase`
    private Path launcher(String setting) throws IOException {
        return ScriptedLauncher.in(folder, setting, "1.0", "$mase", "null");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
