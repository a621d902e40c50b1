package org.lstm4j.campaigns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.campaigns.SoundFiles;

/// Twenty seconds for each reader, two at a time; [FuzzCampaign] has more.
class ShortFuzzTest {

    private static final int SECONDS = 20;
    private static final int AT_A_TIME = 2;
    private static final SoundFiles SOUND = new SoundFiles(SoundFiles.FOLDER);

    @TempDir
    Path folder;

    @Test
    void readersSurviveWhateverJazzerThinksOf() throws IOException, InterruptedException, ExecutionException {
        List<Future<FuzzRun>> runs = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (FuzzTarget target : FuzzTarget.values()) {
                runs.add(executor.submit(() -> FuzzRun.of(target, folder, SOUND, SECONDS, 0)));
            }
        }
        for (Future<FuzzRun> run : runs) {
            assertThat(run.get().foundNothing()).as(run.get().target() + ": " + run.get().end()).isTrue();
            assertThat(run.get().executions()).as(run.get().target().label()).isPositive();
        }
    }
}
