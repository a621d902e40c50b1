package org.lstm4j.forecast;

import java.util.function.BooleanSupplier;
import org.lstm4j.train.Callback;
import org.lstm4j.train.TrainingControl;

/// Stops a fit soon after a signal, which is asked for after every batch, and remembers that it did.
final class StopOnSignal implements Callback {

    private final BooleanSupplier signal;
    private boolean raised;

    StopOnSignal(BooleanSupplier signal) {
        this.signal = signal;
    }

    /// Whether the signal was there when it was asked for.
    boolean raised() {
        return raised;
    }

    /// Asks for the signal outside a fit.
    boolean isRaisedNow() {
        raised |= signal.getAsBoolean();
        return raised;
    }

    @Override
    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
        if (!raised && isRaisedNow()) {
            control.stop("it was told to");
        }
    }
}
