package org.lstm4j.train;

import java.util.List;
import java.util.Objects;
import org.lstm4j.nn.Sequential;
import org.lstm4j.optim.Optimizer;
import org.lstm4j.optim.OptimizerSpec;

/// What a [Callback] can see of a fit, and do to it. One for each fit; not for other threads.
public final class TrainingControl {

    private static final int UNKNOWN = -1;

    private final Sequential network;
    private final Optimizer optimizer;
    private final AveragedWeights averages;
    private final OptimizerSpec optimizerSpec;
    private final FitOptions options;
    private final List<String> logNames;
    private final int batches;
    private int epoch;
    private int batch;
    private long step;
    private int keptEpoch = UNKNOWN;
    private String stopReason = "";

    /// @param averages of the weights that the optimizer moves
    /// @param logNames what an epoch may have in its logs
    /// @param batches in every epoch
    /// @param step updates that a run before this one has made
    TrainingControl(Sequential network, OptimizerSpec optimizerSpec, Optimizer optimizer, AveragedWeights averages,
            FitOptions options, List<String> logNames, int batches, long step) {
        this.network = network;
        this.optimizer = optimizer;
        this.optimizerSpec = optimizerSpec;
        this.averages = averages;
        this.options = options;
        this.logNames = List.copyOf(logNames);
        this.batches = batches;
        this.step = step;
    }

    /// The network in training; its weights may be read and, between batches, written.
    public Sequential network() {
        return network;
    }

    /// The optimizer with its state.
    public Optimizer optimizer() {
        return optimizer;
    }

    /// All that a run needs to go on after the epoch in progress, copied: to be asked for in [Callback#onEpochEnd]. Where weights are
    /// averaged it has the weights themselves, and their average beside them. An epoch that was cut short counts as done: the run
    /// goes on with the next one.
    ///
    /// @throws IllegalStateException before the first epoch
    public TrainingState trainingState() {
        if (epoch == 0) {
            throw new IllegalStateException("no epoch has begun yet; ask for the state of training in onEpochEnd");
        }
        boolean shown = averages.shown();
        averages.hide();
        TrainingState state = new TrainingState(
                epoch, NetworkState.of(network), optimizerSpec.name(), optimizer.state(), averages.state());
        if (shown) {
            averages.show();
        }
        return state;
    }

    /// How the fit was asked for.
    public FitOptions options() {
        return options;
    }

    /// The names of all logs that epochs of this fit can have: `loss`, `val_loss` where there is validation, metrics,
    /// `learning_rate`. An epoch that is not validated lacks those that begin with `val_`.
    public List<String> logNames() {
        return logNames;
    }

    /// The epoch in progress, from 1; 0 before the first.
    public int epoch() {
        return epoch;
    }

    /// The batch that ended last in this epoch, from 1; 0 before the first.
    public int batch() {
        return batch;
    }

    /// Batches in an epoch.
    public int batches() {
        return batches;
    }

    /// Updates of the weights so far, those of skipped epochs included.
    public long step() {
        return step;
    }

    /// The learning rate that the optimizer was created with.
    public double initialLearningRate() {
        return optimizerSpec.learningRate();
    }

    /// The learning rate in force.
    public double learningRate() {
        return optimizer.learningRate();
    }

    /// Changes the learning rate from the next update on.
    ///
    /// @param learningRate above 0, finite
    /// @throws IllegalArgumentException when it is not
    public void setLearningRate(double learningRate) {
        optimizer.setLearningRate(learningRate);
    }

    /// Asks training to stop: after the batch in progress, with the validation and the end of its epoch.
    ///
    /// @param reason why, as [History#stopReason] tells it; the first one stands
    /// @throws IllegalArgumentException when it is empty
    public void stop(String reason) {
        if (Objects.requireNonNull(reason, "reason").isEmpty()) {
            throw new IllegalArgumentException("stopping needs a reason, but it was empty; say why training stops");
        }
        if (stopReason.isEmpty()) {
            stopReason = reason;
        }
    }

    /// Whether training was asked to stop.
    public boolean stopping() {
        return !stopReason.isEmpty();
    }

    /// Why training was asked to stop; empty when it was not.
    public String stopReason() {
        return stopReason;
    }

    /// Tells that the network has the weights of that epoch now, as after restoring them: [History#bestEpoch] says so then.
    ///
    /// @param restored from 1
    public void keepEpoch(int restored) {
        keptEpoch = restored;
    }

    boolean hasKeptEpoch() {
        return keptEpoch != UNKNOWN;
    }

    int keptEpoch() {
        return keptEpoch;
    }

    void beginEpoch(int number) {
        epoch = number;
        batch = 0;
    }

    void endBatch(int number) {
        batch = number;
    }

    void countStep() {
        step++;
    }

    void forgetStop() {
        stopReason = "";
    }
}
