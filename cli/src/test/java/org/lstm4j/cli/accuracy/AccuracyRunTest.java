package org.lstm4j.cli.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.TrainingException;
import org.lstm4j.forecast.baseline.NaiveBaseline;

/// What becomes of a run in which something fails.
class AccuracyRunTest {

    private static final AccuracyMethod NAIVE = new BaselineMethod("naive", _ -> new NaiveBaseline(), 10);

    @TempDir
    private Path folder;
    private final List<String> heard = new ArrayList<>();

    /// Fails in training, or, where it is asked to, in forecasting.
    private record Fails(String name, boolean late, Supplier<Throwable> with) implements AccuracyMethod {

        @Override
        public FittedMethod fit(Task task) {
            if (!late) {
                throw thrown();
            }
            return _ -> {
                throw thrown();
            };
        }

        private RuntimeException thrown() {
            Throwable thrown = with.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            return (RuntimeException) thrown;
        }
    }

    @BeforeEach
    void writeFile() throws IOException {
        StringBuilder months = new StringBuilder("Month,Passengers\n");
        for (int month = 0; month < 60; month++) {
            months.append(String.format(Locale.ROOT, "%d-%02d,%d%n", 1950 + month / 12, 1 + month % 12, 100 + month));
        }
        Files.writeString(folder.resolve("airline-passengers.csv"), months);
    }

    @Test
    void theOthersGoOnWhenMethodsFail() {
        ProtocolResult result = run(
                new Fails("early", false, () -> new DataException(Problem.of("bad rows", "mend them"))),
                new Fails("late", true, () -> new TrainingException(Problem.of("diverged", "go slower"))),
                new Fails("fault", false, () -> new IllegalStateException("a fault of ours")),
                NAIVE);

        assertThat(result.results()).extracting(MethodResult::method).containsExactly("naive");
        assertThat(result.failed()).extracting(Failed::name).containsExactly("early", "late", "fault");
        assertThat(result.failed().getFirst().cause()).hasMessage("bad rows; mend them");
        assertThat(heard).contains("airline: early failed: bad rows; mend them",
                "airline: late failed: diverged; go slower", "airline: fault failed: a fault of ours");
    }

    @Test
    void memoryThatRunsOutEndsTheRun() {
        assertThatThrownBy(() -> run(new Fails("large", false, () -> new OutOfMemoryError("heap")), NAIVE))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whatIsLeftOutHasItsReason() {
        ProtocolResult result = run(new BaselineMethod("slow", _ -> new NaiveBaseline(), 0), NAIVE);

        assertThat(result.leftOut()).containsExactly(new LeftOut("slow", "too slow for more than 0 windows"));
        assertThat(result.results()).hasSize(1);
    }

    private ProtocolResult run(AccuracyMethod... methods) {
        return new AccuracyRun(new DataFolder(folder), List.of(methods), false, new AccuracyListener() {
            @Override
            public void progress(String line) {
                heard.add(line);
            }

            @Override
            public void failed(String what, RuntimeException cause) {
                heard.add(what + " failed: " + cause.getMessage());
            }
        }).run(Protocols.named("airline"));
    }
}
