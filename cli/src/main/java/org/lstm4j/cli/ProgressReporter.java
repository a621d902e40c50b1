package org.lstm4j.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Shows how training goes: on a terminal one line that is drawn again, elsewhere
/// one line for each epoch, with `-q` nothing.
///
/// ```
/// epoch 3/50  loss 0.012345  val loss 0.015110  12345 samples/s  ETA 0:42
/// ```
///
/// The time that is left counts on all epochs; early stopping makes it shorter.
/// Called by the one thread that trains.
final class ProgressReporter {

    /// The eye follows no more than some ten drawings a second, and each costs a
    /// system call.
    private static final long DRAWING_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double NANOS = 1e9;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final Console console;
    private final LongSupplier nanoTime;
    private final int epochs;
    private final long samples;
    private final long start;
    private long drawn;
    private double validationLoss = Double.NaN;

    /// @param nanoTime a clock that only goes forward, in nanoseconds
    /// @param epochs epochs there will be at most
    /// @param samples training samples in each epoch
    ProgressReporter(Console console, LongSupplier nanoTime, int epochs, long samples) {
        this.console = console;
        this.nanoTime = nanoTime;
        this.epochs = epochs;
        this.samples = samples;
        this.start = nanoTime.getAsLong();
        this.drawn = start - DRAWING_PAUSE;
    }

    /// Part of an epoch is done.
    ///
    /// @param epoch counted from 1
    /// @param samplesDone samples of this epoch so far
    /// @param loss mean loss over them
    void batch(int epoch, long samplesDone, double loss) {
        long now = nanoTime.getAsLong();
        if (console.hasStatusLine() && now - drawn >= DRAWING_PAUSE) {
            drawn = now;
            console.status(line(epoch, (epoch - 1) * samples + samplesDone, loss, now));
        }
    }

    /// An epoch is done.
    ///
    /// @param epoch counted from 1
    /// @param loss mean loss over its training samples
    /// @param validationLoss loss on the validation part, NaN when there is none
    void epoch(int epoch, double loss, double validationLoss) {
        this.validationLoss = validationLoss;
        String line = line(epoch, epoch * samples, loss, nanoTime.getAsLong());
        if (console.hasStatusLine()) {
            console.status(line);
        } else {
            console.message(line);
        }
    }

    /// Training is over, well or not; what is said next goes below.
    void end() {
        console.keepStatus();
    }

    private String line(int epoch, long samplesDone, double loss, long now) {
        double rate = samplesDone * NANOS / Math.max(1, now - start);
        String validation = Double.isNaN(validationLoss)
                ? ""
                : String.format(Locale.ROOT, "  val loss %.5g", validationLoss);
        String left = samplesDone == 0 ? "?" : clock(Math.round((epochs * samples - samplesDone) / rate));
        return String.format(Locale.ROOT, "epoch %d/%d  loss %.5g%s  %.0f samples/s  ETA %s",
                epoch, epochs, loss, validation, rate, left);
    }

    private static String clock(long seconds) {
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    }
}
