package org.lstm4j.train.callback;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;
import org.lstm4j.train.Monitor;
import org.lstm4j.train.TrainingControl;

/// Saves the network while it is trained: after every epoch, every so many, or whenever a log is better than ever before.
///
/// {@snippet :
/// Callback best = ModelCheckpoint.best(Monitor.VALIDATION_LOSS, CheckpointFile.replacing(Path.of("best.lstm4j")));
/// }
///
/// What the saver throws ends the fit.
public final class ModelCheckpoint implements Callback {

    private final @Nullable Monitor monitor;
    private final int everyEpochs;
    private final double threshold;
    private final Saver saver;
    private double best;

    /// Puts a network, or all that training needs to go on, somewhere.
    @FunctionalInterface
    public interface Saver {

        /// @param control has the network with the weights that the epoch ended with, which change afterwards, and the state of training
        void save(TrainingControl control, History.Epoch epoch);
    }

    private ModelCheckpoint(@Nullable Monitor monitor, int everyEpochs, double threshold, Saver saver) {
        if (everyEpochs < 1) {
            throw new IllegalArgumentException(
                    "a checkpoint is saved every 1 or more epochs, but was to be every " + everyEpochs);
        }
        this.monitor = monitor;
        this.everyEpochs = everyEpochs;
        this.threshold = threshold;
        this.saver = Objects.requireNonNull(saver, "saver");
    }

    /// After each epoch.
    public static ModelCheckpoint everyEpoch(Saver saver) {
        return everyEpochs(1, saver);
    }

    /// After the epochs whose number is a multiple of that.
    public static ModelCheckpoint everyEpochs(int epochs, Saver saver) {
        return new ModelCheckpoint(null, epochs, Double.NaN, saver);
    }

    /// After epochs that are better than all before.
    public static ModelCheckpoint best(Monitor monitor, Saver saver) {
        return new ModelCheckpoint(monitor, 1, monitor.worst(), saver);
    }

    /// Saves the best only where it is better than that too: what an earlier run has reached.
    ///
    /// @throws IllegalStateException when every epoch is saved
    public ModelCheckpoint withThreshold(double value) {
        if (monitor == null) {
            throw new IllegalStateException(
                    "a checkpoint of every epoch has no threshold; use ModelCheckpoint.best(…)");
        }
        return new ModelCheckpoint(monitor, everyEpochs, value, saver);
    }

    @Override
    public void onTrainBegin(TrainingControl control) {
        best = threshold;
        if (monitor != null) {
            monitor.requireKnownTo(control);
        }
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        if (monitor == null ? epoch.epoch() % everyEpochs == 0 : isBest(monitor, epoch)) {
            saver.save(control, epoch);
        }
    }

    private boolean isBest(Monitor watched, History.Epoch epoch) {
        OptionalDouble value = watched.valueOf(epoch);
        if (value.isEmpty() || !watched.isBetter(value.getAsDouble(), best)) {
            return false;
        }
        best = value.getAsDouble();
        return true;
    }
}
