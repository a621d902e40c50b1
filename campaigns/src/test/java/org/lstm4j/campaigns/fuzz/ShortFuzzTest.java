package org.lstm4j.campaigns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Twenty seconds for each reader; [FuzzCampaign] has more.
class ShortFuzzTest {

    private static final int SECONDS = 20;
    private static final Path FIXTURES = Path.of("..", "interop", "src", "test", "resources", "org", "lstm4j",
            "interop");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void readersSurviveWhateverJazzerThinksOf(FuzzTarget target) throws IOException, InterruptedException {
        FuzzRun run = FuzzRun.of(target, folder, FIXTURES, SECONDS, 0);

        assertThat(run.foundNothing()).as(run.end()).isTrue();
        assertThat(run.executions()).isGreaterThan(1000);
    }
}
