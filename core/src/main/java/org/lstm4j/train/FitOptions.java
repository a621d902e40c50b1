package org.lstm4j.train;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.loss.ClassWeights;
import org.lstm4j.optim.AverageShare;
import org.lstm4j.optim.LearningRateSchedule;

/// How to fit. Immutable; `FitOptions.epochs(10).withBatchSize(32)`.
///
/// @param epochs which epochs, and how long they are
/// @param batching how samples come in batches, and batches in updates
/// @param updating what happens at every update of the weights
/// @param validation what judges the network while it learns
/// @param patience epochs without a better validation loss before training stops and the best weights are restored; 0 goes
///        through all epochs and keeps the last weights
/// @param classWeights how much the samples of each class count; null for all the same
public record FitOptions(
        EpochRange epochs,
        Batching batching,
        Updating updating,
        ValidationPlan validation,
        int patience,
        @Nullable ClassWeights classWeights) {

    /// Keras' default.
    private static final int BATCH_SIZE = 32;
    private static final long SEED = 42;

    public FitOptions {
        Objects.requireNonNull(epochs, "epochs");
        Objects.requireNonNull(batching, "batching");
        Objects.requireNonNull(updating, "updating");
        Objects.requireNonNull(validation, "validation");
        Settings.requireAtLeast("early-stopping patience", 0, patience);
        if (patience > 0 && !validation.isWanted()) {
            throw new IllegalArgumentException("early stopping needs validation samples; add withValidation(…)");
        }
    }

    /// Batches of 32, shuffled, without clipping, validation or early stopping, seed 42: Keras' defaults.
    ///
    /// @param epochs the number of the last epoch, at least 1
    public static FitOptions epochs(int epochs) {
        return new FitOptions(new EpochRange(1, epochs, 0), new Batching(BATCH_SIZE, 1, true, SEED, 0), Updating.PLAIN,
                ValidationPlan.NONE, 0, null);
    }

    /// Goes on at that epoch after a run that did those before: shuffles and counts updates as the unbroken run would.
    /// Weights and optimizer are the caller's affair: [Model#restore].
    ///
    /// @param epoch from 1; Keras' `initial_epoch` counts from 0
    public FitOptions withInitialEpoch(int epoch) {
        return with(epochs.withFirst(epoch));
    }

    /// Ends an epoch after that many batches. The next one goes on where it ended; when the samples are at their end they
    /// begin anew.
    public FitOptions withStepsPerEpoch(int batches) {
        Settings.requireAtLeast("steps per epoch", 1, batches);
        return with(epochs.withBatches(batches));
    }

    /// The last batch of an epoch is smaller when the samples do not fill it.
    public FitOptions withBatchSize(int other) {
        return with(batching.withSize(other));
    }

    /// Updates the weights after that many batches, by the mean gradient of all their samples, or of the steps that are not masked: a
    /// batch as many times as large in less memory. What is left at the end of an epoch makes an update of its own.
    public FitOptions withGradientAccumulation(int batches) {
        return with(batching.withAccumulated(batches));
    }

    /// Trains on sequences in pieces of that many steps, the last piece with what is left: truncated back-propagation through time. Every
    /// piece is an update. The states of recurrent layers go on from piece to piece, but gradients end where a piece begins; each batch
    /// begins with zero states, but for stateful layers. Clipping and schedules work by update; dropout within recurrent layers is drawn
    /// anew for each piece. With as many steps as the samples have, or more, nothing is cut.
    ///
    /// It takes a network with an output for each step, of layers that take each step alone or carry a state on: `[batch, steps, …]`
    /// in inputs, targets and weights of steps.
    public FitOptions withTruncation(int steps) {
        Settings.requireAtLeast("steps of a piece", 1, steps);
        return with(batching.withTruncation(steps));
    }

    public FitOptions withShuffle(boolean other) {
        return with(batching.withShuffle(other));
    }

    public FitOptions withSeed(long other) {
        return with(batching.withSeed(other));
    }

    /// Scales the gradients of an update down together where their joint norm is larger.
    public FitOptions withClipNorm(double other) {
        return with(updating.withClipping(updating.clipping().withNorm(other)));
    }

    /// Cuts every element of the gradients to that magnitude.
    public FitOptions withClipValue(double other) {
        return with(updating.withClipping(updating.clipping().withValue(other)));
    }

    /// Judges these samples after every epoch; at least one.
    public FitOptions withValidation(Samples other) {
        return with(validation.withSamples(other));
    }

    /// Trains without the last samples, and judges those after every epoch. They are split off before anything is shuffled.
    ///
    /// @param share in [0, 1): `0.2` keeps the last fifth for validation
    public FitOptions withValidationSplit(double share) {
        return with(validation.withSplit(share));
    }

    /// Validates only after every so many epochs.
    public FitOptions withValidationFrequency(int everyEpochs) {
        return with(validation.withFrequency(everyEpochs));
    }

    /// Stops after that many validations without a better loss and restores the best weights. [EarlyStopping] has more to
    /// choose.
    public FitOptions withEarlyStopping(int epochsWithoutImprovement) {
        return new FitOptions(epochs, batching, updating, validation, epochsWithoutImprovement, classWeights);
    }

    /// Moves the learning rate with every update, beginning at the optimizer's own.
    public FitOptions withSchedule(LearningRateSchedule schedule) {
        return with(updating.withSchedule(schedule));
    }

    /// Averages the weights over all updates: validation, callbacks at the end of epochs and the end of training see the average,
    /// training goes on from the weights themselves. Keras' `use_ema` and `SwapEMAWeights`.
    ///
    /// A run that goes on at an initial epoch begins the average anew, unless the model was given a [TrainingState] that has it. It averages weights after their constraints; the average of weights
    /// that are not negative, or of bounded norm, is so too, that of weights of norm 1 is left as it is.
    ///
    /// @param share such as `AverageShare.exponential(0.99)`
    public FitOptions withAveraging(AverageShare share) {
        return with(updating.withAveraging(share));
    }

    /// Lets training samples count by their class, beside their own weights. Validation samples count as they are.
    public FitOptions withClassWeights(ClassWeights weights) {
        return new FitOptions(epochs, batching, updating, validation, patience, weights);
    }

    private FitOptions with(EpochRange other) {
        return new FitOptions(other, batching, updating, validation, patience, classWeights);
    }

    private FitOptions with(Batching other) {
        return new FitOptions(epochs, other, updating, validation, patience, classWeights);
    }

    private FitOptions with(Updating other) {
        return new FitOptions(epochs, batching, other, validation, patience, classWeights);
    }

    private FitOptions with(ValidationPlan other) {
        return new FitOptions(epochs, batching, updating, other, patience, classWeights);
    }
}
