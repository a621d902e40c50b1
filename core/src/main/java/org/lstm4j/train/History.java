package org.lstm4j.train;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What happened in each epoch of a fit.
///
/// @param epochs in order, from epoch 1
/// @param bestEpoch the epoch whose weights the network has now, from 1
/// @param stoppedEarly whether patience ran out before the last epoch
public record History(List<Epoch> epochs, int bestEpoch, boolean stoppedEarly) {

    public History {
        epochs = List.copyOf(epochs);
    }

    /// One epoch.
    ///
    /// @param epoch its number, from 1
    /// @param loss mean training loss of its batches, weighted by samples
    /// @param validationLoss loss on the validation samples after the epoch; NaN without them
    /// @param seconds how long it took
    public record Epoch(int epoch, double loss, double validationLoss, double seconds) {}

    /// The epoch with the lowest validation loss.
    public Optional<Epoch> best() {
        return epochs.stream()
                .filter(epoch -> !Double.isNaN(epoch.validationLoss()))
                .min(Comparator.comparingDouble(Epoch::validationLoss));
    }

    /// Seconds of all epochs.
    public double seconds() {
        return epochs.stream().mapToDouble(Epoch::seconds).sum();
    }
}
