package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `export --whole`: what it says of inputs and outputs, and what it refuses.
class ExportWholeCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeTwelveYearsOfMonths() throws IOException {
        StringBuilder months = new StringBuilder("month,load\n");
        for (int month = 0; month < 144; month++) {
            months.append(String.format(Locale.ROOT, "%d-%02d-01,%.3f%n", 2010 + month / 12, month % 12 + 1,
                    100 + month * 0.3 + 20 * Math.sin(month * Math.PI / 6)));
        }
        Files.writeString(folder.resolve("m.csv"), months);
    }

    @Test
    void saysWhatGoesInAndWhatComesOut() {
        train("direct", "--lookback", "12", "--deseasonalize", "indices");

        Session session = export();

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).contains(
                "history           float64 [batch, steps, 1]: load up to now, oldest first, 12 steps or more, NaN where missing",
                "time_index        int64 [batch]: of the last step of history: in Python (12 * t.year + t.month - 1), t its",
                "point             float64 [batch, 3, 1]");
        assertThat(folder.resolve("m.onnx")).isNotEmptyFile();
    }

    @Test
    void refusesModelsOfAnotherKindByName() {
        train("deepar");

        Session session = export();

        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("--model deepar and esrnn", "leave out --whole");
        assertThat(folder.resolve("m.onnx")).doesNotExist();
    }

    private void train(String model, String... more) {
        String[] all = new String[more.length + 17];
        String[] first = {"train", file("m.csv"), "--time", "month", "--target", "load", "--horizon", "3", "--model",
            model, "--epochs", "1", "--hidden", "4", "--out", file("m.lstm4j"), "--quiet"};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        Session session = Session.of(all);
        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
    }

    private Session export() {
        return Session.of("export", file("m.lstm4j"), "--format", "onnx", "--whole", "--out", file("m.onnx"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
