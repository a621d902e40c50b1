package org.lstm4j.train;

import java.util.List;

/// Several callbacks as one, called in order.
final class CallbackChain implements Callback {

    private final Callback[] callbacks;

    CallbackChain(List<Callback> callbacks) {
        this.callbacks = callbacks.toArray(new Callback[0]);
    }

    @Override
    public void onTrainBegin(TrainingControl control) {
        for (Callback callback : callbacks) {
            callback.onTrainBegin(control);
        }
    }

    @Override
    public void onEpochBegin(int epoch, TrainingControl control) {
        for (Callback callback : callbacks) {
            callback.onEpochBegin(epoch, control);
        }
    }

    @Override
    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
        for (Callback callback : callbacks) {
            callback.onBatchEnd(batch, meanLoss, control);
        }
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        for (Callback callback : callbacks) {
            callback.onEpochEnd(epoch, control);
        }
    }

    @Override
    public void onTrainEnd(TrainingControl control) {
        for (Callback callback : callbacks) {
            callback.onTrainEnd(control);
        }
    }

    /// Everybody hears of a failure, even when one fails again over it.
    @Override
    @SuppressWarnings("ReferenceEquality") // an exception cannot be kept beside itself
    public void onFailure(RuntimeException failure, TrainingControl control) {
        for (Callback callback : callbacks) {
            try {
                callback.onFailure(failure, control);
            } catch (RuntimeException again) {
                if (again != failure) {
                    failure.addSuppressed(again);
                }
            }
        }
    }
}
