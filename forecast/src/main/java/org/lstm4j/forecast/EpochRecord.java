package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lstm4j.train.History;
import org.lstm4j.train.TrainingListener;

/// Remembers the epochs of a fit, so that its history is known even when it fails, and passes all it hears on.
final class EpochRecord implements TrainingListener {

    private final TrainingListener next;
    private final List<History.Epoch> epochs = new ArrayList<>();

    EpochRecord(TrainingListener next) {
        this.next = next;
    }

    /// The history of a fit that failed; nothing when there was no epoch whose weights were worth keeping.
    ///
    /// @param validated whether there were validation samples: the epoch with their lowest loss was kept then, else the last one
    Optional<History> history(boolean validated) {
        return epochs.stream()
                .filter(epoch -> !validated || Double.isFinite(epoch.validationLoss()))
                .min(Comparator.comparingDouble(epoch -> validated ? epoch.validationLoss() : -epoch.epoch()))
                .map(kept -> new History(epochs, kept.epoch(), true));
    }

    @Override
    public void onBatch(int epoch, int batch, int batches, double meanLoss) {
        next.onBatch(epoch, batch, batches, meanLoss);
    }

    @Override
    public void onEpoch(History.Epoch epoch) {
        epochs.add(epoch);
        next.onEpoch(epoch);
    }
}
