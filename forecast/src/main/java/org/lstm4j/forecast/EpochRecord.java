package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;
import org.lstm4j.train.TrainingControl;

/// Remembers the epochs of a fit, so that its history is known even when it fails.
final class EpochRecord implements Callback {

    private final List<History.Epoch> epochs = new ArrayList<>();

    /// The history of a fit that failed; nothing when there was no epoch whose weights were worth keeping.
    ///
    /// @param validated whether there were validation samples: the epoch with their lowest loss was kept then, else the last one
    /// @param reason why the fit failed
    Optional<History> history(boolean validated, String reason) {
        return epochs.stream()
                .filter(epoch -> !validated || Double.isFinite(epoch.validationLoss()))
                .min(Comparator.comparingDouble(epoch -> validated ? epoch.validationLoss() : -epoch.epoch()))
                .map(kept -> new History(epochs, kept.epoch(), reason));
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        epochs.add(epoch);
    }
}
