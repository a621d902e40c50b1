package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lstm4j.train.History;

class ProgressReporterTest {

    private static final Terminal WIDE = new Terminal(0, 100, true);
    private static final String ERASE = "\r\u001b[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final GlobalOptions options = new GlobalOptions();
    private long now = 12345;

    @Test
    void printsOneLineForEachEpochInAPipe() {
        ProgressReporter progress = start(Terminal.NONE);
        progress.onBatch(1, 5, 10, 0.5);
        pass(2000);
        progress.onEpoch(new History.Epoch(1, 0.25, 0.3, 1));
        pass(2000);
        progress.onEpoch(new History.Epoch(2, 0.125, 0.2, 1));
        progress.close();

        assertThat(said()).isEqualTo(String.format("""
                epoch 1/4  loss 0.25000  val loss 0.30000  500 samples/s  ETA 0:06%n\
                epoch 2/4  loss 0.12500  val loss 0.20000  500 samples/s  ETA 0:04%n"""));
    }

    @Test
    void drawsOneLineAgainAndAgainOnATerminal() {
        ProgressReporter progress = start(WIDE);
        pass(1000);
        progress.onBatch(1, 5, 10, 0.5);
        pass(1000);
        progress.onEpoch(new History.Epoch(1, 0.25, Double.NaN, 1));
        progress.close();

        assertThat(said()).isEqualTo(ERASE + "epoch 1/4  loss 0.50000  500 samples/s  ETA 0:07"
                + ERASE + "epoch 1/4  loss 0.25000  500 samples/s  ETA 0:06\n");
    }

    @Test
    void drawsNoMoreThanTenTimesASecond() {
        ProgressReporter progress = start(WIDE);
        for (int batch = 1; batch <= 1000; batch++) {
            pass(1);
            progress.onBatch(1, batch, 1000, 0.5);
        }

        assertThat(said().split(ERASE.replace("[", "\\["), -1)).hasSizeBetween(10, 12);
    }

    @Test
    void saysNothingWhenQuiet() {
        options.quiet = true;
        for (Terminal terminal : new Terminal[]{Terminal.NONE, WIDE}) {
            ProgressReporter progress = start(terminal);
            progress.onBatch(1, 5, 10, 0.5);
            progress.onEpoch(new History.Epoch(1, 0.25, 0.3, 1));
            progress.close();
        }

        assertThat(said()).isEmpty();
    }

    @Test
    void leavesTheCursorAloneOnATerminalThatWantsNoControlCharacters() {
        ProgressReporter progress = start(new Terminal(100, 100, false));
        pass(2000);
        progress.onBatch(1, 10, 10, 0.5);
        progress.onEpoch(new History.Epoch(1, 0.25, Double.NaN, 1));
        progress.close();

        assertThat(said()).isEqualTo(String.format("epoch 1/4  loss 0.25000  500 samples/s  ETA 0:06%n"));
    }

    @Test
    void cutsTheLineToTheTerminal() {
        ProgressReporter progress = start(new Terminal(0, 20, true));
        pass(2000);
        progress.onBatch(1, 10, 10, 0.5);
        progress.onEpoch(new History.Epoch(1, 0.25, Double.NaN, 1));

        assertThat(said()).endsWith(ERASE + "epoch 1/4  loss 0.2");
    }

    @Test
    void showsHoursAndLossesOfAnySize() {
        ProgressReporter progress = start(WIDE);
        pass(TimeUnit.HOURS.toMillis(1));
        progress.onBatch(1, 10, 10, 0.5);
        progress.onEpoch(new History.Epoch(1, 1.5e-9, 2.5e12, 1));

        assertThat(said()).contains("loss 1.5000e-09").contains("val loss 2.5000e+12").contains("ETA 3:00:00");
    }

    @Test
    void knowsFromTheFirstBatchHowLongItTakes() {
        ProgressReporter progress = start(WIDE);
        pass(100);
        progress.onBatch(1, 1, 10, 0.5);

        assertThat(said()).isEqualTo(ERASE + "epoch 1/4  loss 0.50000  1000 samples/s  ETA 0:04");
    }

    @Test
    void keepsTheTimeThatIsLeftOnANarrowTerminal() {
        for (int columns : new int[]{70, 60, 40}) {
            ProgressReporter progress = start(new Terminal(0, columns, true));
            progress.onBatch(1, 10, 10, 0.25);
            pass(2000);
            progress.onEpoch(new History.Epoch(1, 0.25, 0.3, 1));
        }

        assertThat(said().split("\\R?" + ERASE.replace("[", "\\["))).contains(
                "epoch 1/4  loss 0.25000  val loss 0.30000  500 samples/s  ETA 0:06",
                "epoch 1/4  loss 0.25000  val loss 0.30000  ETA 0:06",
                "epoch 1/4  loss 0.25000  ETA 0:06");
    }

    @Test
    void drawsNothingMoreWhenTheProcessEnds() {
        Console console = console(WIDE);
        console.status("half");
        console.close();
        console.status("more");

        assertThat(said()).isEqualTo(ERASE + "half\n");
    }

    @Test
    void letsMessagesPassTheLine() {
        Console console = console(WIDE);
        console.status("half");
        console.message("a warning");
        console.status("done");
        console.keepStatus();

        assertThat(said()).isEqualTo(String.format(ERASE + "half" + ERASE + "a warning%n" + ERASE + "done\n"));
    }

    private ProgressReporter start(Terminal terminal) {
        return new ProgressReporter(console(terminal), () -> now, 4, 100);
    }

    private Console console(Terminal terminal) {
        return new Console(StandardStreams.of(OutputStream.nullOutputStream(), err), terminal, options);
    }

    private void pass(long milliseconds) {
        now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
