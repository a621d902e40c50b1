package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressReporterTest {

    private static final Terminal WIDE = new Terminal(0, 100, true);
    private static final String ERASE = "\r\u001b[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final GlobalOptions options = new GlobalOptions();
    private long now = 12345;

    @Test
    void printsOneLineForEachEpochInAPipe() {
        ProgressReporter progress = start(Terminal.NONE);
        progress.batch(1, 500, 0.5);
        pass(2000);
        progress.epoch(1, 0.25, 0.3);
        pass(2000);
        progress.epoch(2, 0.125, 0.2);
        progress.end();

        assertThat(said()).isEqualTo(String.format("""
                epoch 1/4  loss 0.25000  val loss 0.30000  500 samples/s  ETA 0:06%n\
                epoch 2/4  loss 0.12500  val loss 0.20000  500 samples/s  ETA 0:04%n"""));
    }

    @Test
    void drawsOneLineAgainAndAgainOnATerminal() {
        ProgressReporter progress = start(WIDE);
        pass(1000);
        progress.batch(1, 500, 0.5);
        pass(1000);
        progress.epoch(1, 0.25, Double.NaN);
        progress.end();

        assertThat(said()).isEqualTo(ERASE + "epoch 1/4  loss 0.50000  500 samples/s  ETA 0:07"
                + ERASE + "epoch 1/4  loss 0.25000  500 samples/s  ETA 0:06\n");
    }

    @Test
    void drawsNoMoreThanTenTimesASecond() {
        ProgressReporter progress = start(WIDE);
        for (int batch = 1; batch <= 1000; batch++) {
            pass(1);
            progress.batch(1, batch, 0.5);
        }

        assertThat(said().split(ERASE.replace("[", "\\["), -1)).hasSizeBetween(10, 12);
    }

    @Test
    void saysNothingWhenQuiet() {
        options.quiet = true;
        for (Terminal terminal : new Terminal[]{Terminal.NONE, WIDE}) {
            ProgressReporter progress = start(terminal);
            progress.batch(1, 500, 0.5);
            progress.epoch(1, 0.25, 0.3);
            progress.end();
        }

        assertThat(said()).isEmpty();
    }

    @Test
    void leavesTheCursorAloneOnATerminalThatWantsNoControlCharacters() {
        ProgressReporter progress = start(new Terminal(100, 100, false));
        pass(2000);
        progress.epoch(1, 0.25, Double.NaN);
        progress.end();

        assertThat(said()).isEqualTo(String.format("epoch 1/4  loss 0.25000  500 samples/s  ETA 0:06%n"));
    }

    @Test
    void cutsTheLineToTheTerminal() {
        ProgressReporter progress = start(new Terminal(0, 20, true));
        pass(2000);
        progress.epoch(1, 0.25, Double.NaN);

        assertThat(said()).isEqualTo(ERASE + "epoch 1/4  loss 0.2");
    }

    @Test
    void showsHoursAndLossesOfAnySize() {
        ProgressReporter progress = start(WIDE);
        pass(TimeUnit.HOURS.toMillis(1));
        progress.epoch(1, 1.5e-9, 2.5e12);

        assertThat(said()).contains("loss 1.5000e-09").contains("val loss 2.5000e+12").contains("ETA 3:00:00");
    }

    @Test
    void doesNotGuessBeforeTheFirstSample() {
        start(WIDE).batch(1, 0, Double.NaN);

        assertThat(said()).endsWith("0 samples/s  ETA ?");
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
        return new ProgressReporter(console(terminal), () -> now, 4, 1000);
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
