package org.lstm4j.train;

/// Hears how a fit goes and may steer it; every method does nothing unless overridden.
///
/// {@snippet :
/// Callback halving = new Callback() {
///     @Override
///     public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
///         control.setLearningRate(control.learningRate() / 2);
///     }
/// };
/// model.fit(samples, FitOptions.epochs(10), halving);
/// }
///
/// Several callbacks are called in the order they were given in, after those that [FitOptions] asks for, by the thread that
/// trains. In every epoch: `onEpochBegin`, `onBatchEnd` for each batch, validation, `onEpochEnd`. A callback has state, so it
/// serves one fit at a time; the bundled ones begin anew in `onTrainBegin`.
///
/// | bundled | what it does |
/// |---|---|
/// | [EarlyStopping] | stops when a log no longer improves |
/// | [ReduceLearningRateOnPlateau] | lowers the learning rate then |
/// | [ScheduledLearningRate] | moves the learning rate by step or epoch |
/// | [TimeLimit] | stops after a duration |
/// | [TerminateOnNaN] | ends a diverged fit without an exception |
/// | [ProgressLines] | one line of text for every epoch |
/// | [LambdaCallback] | functions of one's own |
/// | `callback.ModelCheckpoint` | saves the network, or all that training needs to go on |
/// | `callback.CsvLog`, `callback.TensorBoard` | write the logs into files |
///
/// An exception that a callback throws ends the fit: all callbacks hear of it in [#onFailure], and the caller gets it. The
/// weights stay as they are then.
public interface Callback {

    /// A callback that does nothing.
    Callback NONE = new Callback() {
    };

    /// Before the first epoch. What cannot work is best refused here, before any time is spent.
    default void onTrainBegin(TrainingControl control) {}

    /// Before the first batch of an epoch.
    ///
    /// @param epoch from 1
    default void onEpochBegin(int epoch, TrainingControl control) {}

    /// After a batch. Called in the midst of training, so it should allocate nothing.
    ///
    /// @param batch from 1 to [TrainingControl#batches]
    /// @param meanLoss mean loss of the epoch so far, as [History.Epoch#loss]
    default void onBatchEnd(int batch, double meanLoss, TrainingControl control) {}

    /// After an epoch and its validation. The network has the weights that validation has seen.
    default void onEpochEnd(History.Epoch epoch, TrainingControl control) {}

    /// After the last epoch, also when a callback stopped training; not after a failure.
    default void onTrainEnd(TrainingControl control) {}

    /// After an exception, thrown by training or by a callback, instead of the rest of the fit.
    ///
    /// Of a [org.lstm4j.TrainingException] the network has its best weights back already. A callback that calls
    /// [TrainingControl#stop] in here makes such a fit end like one that was stopped: `onTrainEnd` follows, and the caller
    /// gets a [History]. Other exceptions reach the caller in any case.
    default void onFailure(RuntimeException failure, TrainingControl control) {}
}
