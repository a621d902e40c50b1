package org.lstm4j.cli;

import org.lstm4j.train.History;
import org.lstm4j.train.TrainingListener;

/// Hands what the trainer says to the [ProgressReporter].
final class ProgressListener implements TrainingListener {

    private final ProgressReporter progress;
    private final long samples;

    /// @param samples training samples in each epoch
    ProgressListener(ProgressReporter progress, long samples) {
        this.progress = progress;
        this.samples = samples;
    }

    @Override
    public void onBatch(int epoch, int batch, int batches, double meanLoss) {
        progress.batch(epoch, samples * batch / batches, meanLoss);
    }

    @Override
    public void onEpoch(History.Epoch epoch) {
        progress.epoch(epoch.epoch(), epoch.loss(), epoch.validationLoss());
    }
}
