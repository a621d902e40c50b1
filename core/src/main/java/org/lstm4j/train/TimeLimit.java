package org.lstm4j.train;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/// Stops training after a duration, at the end of a batch; the epoch is validated as far as it got.
///
/// {@snippet :
/// model.fit(samples, FitOptions.epochs(1000), new TimeLimit(Duration.ofMinutes(10), System::nanoTime));
/// }
///
/// How far training gets depends on the machine, so the same seed no longer gives the same bytes.
public final class TimeLimit implements Callback {

    private final Duration limit;
    private final LongSupplier nanoTime;
    private long start;

    /// @param limit above 0
    /// @param nanoTime a clock that only goes forward, in nanoseconds
    public TimeLimit(Duration limit, LongSupplier nanoTime) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("a time limit must be above 0, but was " + limit);
        }
        this.limit = limit;
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
    }

    @Override
    public void onTrainBegin(TrainingControl control) {
        start = nanoTime.getAsLong();
    }

    @Override
    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
        if (nanoTime.getAsLong() - start >= limit.toNanos()) {
            control.stop("the time limit of " + limit + " was reached");
        }
    }
}
