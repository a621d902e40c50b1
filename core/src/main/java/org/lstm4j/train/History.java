package org.lstm4j.train;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happened in each epoch of a fit.
///
/// @param epochs in order
/// @param bestEpoch the epoch whose weights the network has now, from 1; 0 for those from before training
/// @param stopReason why training ended before the last epoch; empty when it did not
public record History(List<Epoch> epochs, int bestEpoch, String stopReason) {

    public History {
        epochs = List.copyOf(epochs);
    }

    /// Whether training ended before the last epoch.
    public boolean stoppedEarly() {
        return !stopReason.isEmpty();
    }

    /// One epoch.
    ///
    /// @param epoch its number, from 1
    /// @param loss mean training loss of its batches, weighted by what counts in them: samples, or steps that are not masked; with the
    ///        penalties on weights and activations
    /// @param validationLoss loss on the validation samples after the epoch, with these penalties; NaN without them
    /// @param seconds how long it took
    /// @param learningRate that of its last update; NaN when not known
    /// @param metrics by name, in order; those of validation begin with `val_`
    public record Epoch(
            int epoch,
            double loss,
            double validationLoss,
            double seconds,
            double learningRate,
            Map<String, Double> metrics) {

        /// What [#logs] calls the training loss.
        public static final String LOSS = "loss";
        /// What the names of everything measured on validation samples begin with.
        public static final String VALIDATION = "val_";
        /// What [#logs] calls the validation loss.
        public static final String VALIDATION_LOSS = VALIDATION + LOSS;
        /// What [#logs] calls the learning rate.
        public static final String LEARNING_RATE = "learning_rate";

        public Epoch {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }

        /// Without learning rate and metrics.
        public Epoch(int epoch, double loss, double validationLoss, double seconds) {
            this(epoch, loss, validationLoss, seconds, Double.NaN, Collections.emptyMap());
        }

        /// All that was measured but the time, by Keras' names: `loss`, `val_loss`, the metrics, `learning_rate`. What is not
        /// known is left out.
        public Map<String, Double> logs() {
            Map<String, Double> logs = new LinkedHashMap<>();
            logs.put(LOSS, loss);
            if (!Double.isNaN(validationLoss)) {
                logs.put(VALIDATION_LOSS, validationLoss);
            }
            logs.putAll(metrics);
            if (!Double.isNaN(learningRate)) {
                logs.put(LEARNING_RATE, learningRate);
            }
            return logs;
        }
    }

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
