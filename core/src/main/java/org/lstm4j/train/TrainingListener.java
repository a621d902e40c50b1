package org.lstm4j.train;

/// Hears how training goes; every method does nothing unless overridden.
public interface TrainingListener {

    /// A listener that does nothing.
    TrainingListener NONE = new TrainingListener() {
    };

    /// After a batch.
    ///
    /// @param epoch from 1
    /// @param batch from 1
    /// @param batches in this epoch
    /// @param meanLoss mean loss of the epoch so far
    default void onBatch(int epoch, int batch, int batches, double meanLoss) {}

    /// After an epoch and its validation.
    default void onEpoch(History.Epoch epoch) {}
}
