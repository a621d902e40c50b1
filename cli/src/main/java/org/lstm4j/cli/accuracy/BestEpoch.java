package org.lstm4j.cli.accuracy;

import org.lstm4j.train.Callback;
import org.lstm4j.train.History;
import org.lstm4j.train.TrainingControl;

/// Remembers how many epochs a training took, and which had the least validation loss; the last one where nothing validates. Mutable, one
/// training.
final class BestEpoch implements Callback {

    private int epochs;
    private int best;
    private double least = Double.POSITIVE_INFINITY;

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        epochs = epoch.epoch();
        if (Double.isNaN(epoch.validationLoss())) {
            best = epochs;
        } else if (epoch.validationLoss() < least) {
            least = epoch.validationLoss();
            best = epochs;
        }
    }

    /// As `epoch 31 kept of 51`.
    String words() {
        return "epoch " + best + " kept of " + epochs;
    }
}
