package org.lstm4j.train;

import java.util.Objects;
import java.util.function.Consumer;

/// A callback of functions, each of which may be left out.
///
/// {@snippet :
/// Callback telling = LambdaCallback.none().withEpochEnd((epoch, control) -> log.info("{}", epoch.loss()));
/// }
///
/// @param trainBegin before the first epoch
/// @param epochBegin before each
/// @param batchEnd after each batch
/// @param epochEnd after each epoch and its validation
/// @param trainEnd after the last epoch
public record LambdaCallback(
        Consumer<TrainingControl> trainBegin,
        EpochBegin epochBegin,
        BatchEnd batchEnd,
        EpochEnd epochEnd,
        Consumer<TrainingControl> trainEnd) implements Callback {

    public LambdaCallback {
        Objects.requireNonNull(trainBegin, "trainBegin");
        Objects.requireNonNull(epochBegin, "epochBegin");
        Objects.requireNonNull(batchEnd, "batchEnd");
        Objects.requireNonNull(epochEnd, "epochEnd");
        Objects.requireNonNull(trainEnd, "trainEnd");
    }

    /// What happens before an epoch, as [Callback#onEpochBegin].
    @FunctionalInterface
    public interface EpochBegin {
        void run(int epoch, TrainingControl control);
    }

    /// What happens after a batch, as [Callback#onBatchEnd].
    @FunctionalInterface
    public interface BatchEnd {
        void run(int batch, double meanLoss, TrainingControl control);
    }

    /// What happens after an epoch, as [Callback#onEpochEnd].
    @FunctionalInterface
    public interface EpochEnd {
        void run(History.Epoch epoch, TrainingControl control);
    }

    /// Does nothing: where one begins.
    public static LambdaCallback none() {
        return new LambdaCallback(_ -> {}, (_, _) -> {}, (_, _, _) -> {}, (_, _) -> {}, _ -> {});
    }

    public LambdaCallback withTrainBegin(Consumer<TrainingControl> action) {
        return new LambdaCallback(action, epochBegin, batchEnd, epochEnd, trainEnd);
    }

    public LambdaCallback withEpochBegin(EpochBegin action) {
        return new LambdaCallback(trainBegin, action, batchEnd, epochEnd, trainEnd);
    }

    public LambdaCallback withBatchEnd(BatchEnd action) {
        return new LambdaCallback(trainBegin, epochBegin, action, epochEnd, trainEnd);
    }

    public LambdaCallback withEpochEnd(EpochEnd action) {
        return new LambdaCallback(trainBegin, epochBegin, batchEnd, action, trainEnd);
    }

    public LambdaCallback withTrainEnd(Consumer<TrainingControl> action) {
        return new LambdaCallback(trainBegin, epochBegin, batchEnd, epochEnd, action);
    }

    @Override
    public void onTrainBegin(TrainingControl control) {
        trainBegin.accept(control);
    }

    @Override
    public void onEpochBegin(int epoch, TrainingControl control) {
        epochBegin.run(epoch, control);
    }

    @Override
    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
        batchEnd.run(batch, meanLoss, control);
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        epochEnd.run(epoch, control);
    }

    @Override
    public void onTrainEnd(TrainingControl control) {
        trainEnd.accept(control);
    }
}
