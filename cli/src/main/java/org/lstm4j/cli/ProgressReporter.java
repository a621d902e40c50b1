package org.lstm4j.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.lstm4j.forecast.FittingListener;
import org.lstm4j.train.History;
import org.lstm4j.train.TrainingControl;

/// Shows how training goes: on a terminal one line that is drawn again, elsewhere
/// one line for each epoch, with `-q` nothing.
///
/// ```
/// epoch 3/50  loss 0.012345  val loss 0.015110  12345 samples/s  ETA 0:42
/// ```
///
/// On a narrow terminal the speed is left out, then the validation loss.
///
/// The time that is left counts on all epochs; early stopping makes it shorter.
/// Called by the one thread that trains.
final class ProgressReporter implements FittingListener, AutoCloseable {

    /// The eye follows no more than some ten drawings a second, and each costs a
    /// system call.
    private static final long DRAWING_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double NANOS = 1e9;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final Console console;
    private final LongSupplier nanoTime;
    private final int batchSize;
    private int epochs;
    private long start;
    private long drawn;
    private int batches;
    private double validationLoss = Double.NaN;

    /// @param nanoTime a clock that only goes forward, in nanoseconds; training begins now
    /// @param epochs epochs there will be at most
    /// @param batchSize samples in a batch
    ProgressReporter(Console console, LongSupplier nanoTime, int epochs, int batchSize) {
        this.console = console;
        this.nanoTime = nanoTime;
        this.epochs = epochs;
        this.batchSize = batchSize;
        this.start = nanoTime.getAsLong();
        this.drawn = start - DRAWING_PAUSE;
    }

    /// A training begins: speed and time left count from here.
    @Override
    public void onStage(String what, int epochsOfStage) {
        epochs = epochsOfStage;
        start = nanoTime.getAsLong();
        validationLoss = Double.NaN;
        if (what.isEmpty()) {
            return;
        }
        if (console.hasStatusLine() && epochs == 0) {
            console.status(what);
            return;
        }
        console.keepStatus();
        console.message(what);
    }

    @Override
    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
        onBatch(control.epoch(), batch, control.batches(), meanLoss);
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        onEpoch(epoch);
    }

    void onBatch(int epoch, int batch, int batchesOfEpoch, double meanLoss) {
        batches = batchesOfEpoch;
        long now = nanoTime.getAsLong();
        if (console.hasStatusLine() && now - drawn >= DRAWING_PAUSE) {
            drawn = now;
            console.status(line(epoch, batch, meanLoss, now));
        }
    }

    /// For a training that tells of epochs alone.
    ///
    /// @param batchesOfEpoch how many there were
    void onEpoch(History.Epoch epoch, int batchesOfEpoch) {
        batches = batchesOfEpoch;
        onEpoch(epoch);
    }

    void onEpoch(History.Epoch epoch) {
        validationLoss = epoch.validationLoss();
        String line = line(epoch.epoch(), batches, epoch.loss(), nanoTime.getAsLong());
        if (console.hasStatusLine()) {
            console.status(line);
        } else {
            console.message(line);
        }
    }

    /// Training is over, well or not; what is said next goes below.
    @Override
    public void close() {
        console.keepStatus();
    }

    private String line(int epoch, int batch, double loss, long now) {
        long done = (epoch - 1L) * batches + batch;
        double rate = done * NANOS / Math.max(1, now - start);
        String trained = String.format(Locale.ROOT, "epoch %d/%d  loss %.5g", epoch, epochs, loss);
        String validation = Double.isNaN(validationLoss)
                ? ""
                : String.format(Locale.ROOT, "  val loss %.5g", validationLoss);
        String speed = String.format(Locale.ROOT, "  %.0f samples/s", rate * batchSize);
        String left = "  ETA " + clock(Math.round(((long) epochs * batches - done) / rate));
        return Stream.of(validation + speed, validation, "")
                .map(between -> trained + between + left)
                .filter(this::fits)
                .findFirst()
                .orElse(trained + left);
    }

    private boolean fits(String line) {
        return !console.hasStatusLine() || line.length() <= console.statusColumns();
    }

    private static String clock(long seconds) {
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    }
}
