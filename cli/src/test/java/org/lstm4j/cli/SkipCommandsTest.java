package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which treatments are tried where a flag says one half of them.
class SkipCommandsTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        SampleData.write(folder.resolve("wave.csv"), SampleData.wave(200));
    }

    @Test
    void everyLevelIsTriedBesideASkipPathThatIsGiven() {
        assertThat(train("--skip", "last")).contains("trying revin, skip last (1 of 2)",
                "trying last, skip last (2 of 2)");
    }

    /// Trials fall back on the last value, but do not train beside it.
    @Test
    void theLastValueIsNotTriedWhereALevelIsGiven() {
        assertThat(train("--scale", "last")).contains("trying last, skip none (1 of ", "trying last, skip linear")
                .doesNotContain("skip last");
    }

    private static String train(String flag, String value) {
        Session session = Session.of("train", folder.resolve("wave.csv").toString(), "--target", "load", "--horizon",
                "4", "--hidden", "4", "--epochs", "1", "--seeds", "1", flag, value);
        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        return session.err();
    }
}
