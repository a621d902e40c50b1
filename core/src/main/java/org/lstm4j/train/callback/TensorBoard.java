package org.lstm4j.train.callback;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.Parameter;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;
import org.lstm4j.train.TrainingControl;

/// Writes what TensorBoard shows: curves of the logs, and histograms of the weights where asked for.
///
/// {@snippet :
/// model.fit(samples, options, new TensorBoard(Path.of("logs", "run1"), Clock.systemUTC()));
/// // then: tensorboard --logdir logs
/// }
///
/// As with Keras, the folder gets `train` and `validation`, whose curves TensorBoard draws over each other: `epoch_loss`,
/// `epoch_learning_rate` and metrics against the epoch (from 0, as there), `batch_loss` against the update. Histograms have the
/// names of the parameters. Every event stands in the file before training goes on.
///
/// Faults of the disk are [org.lstm4j.StorageException]s and end the fit.
public final class TensorBoard implements Callback {

    private static final String PER_EPOCH = "epoch_";
    private static final String PER_BATCH = "batch_";

    private final Path folder;
    private final InstantSource clock;
    private final int histogramEpochs;
    private final int everyBatches;
    private @Nullable EventFile training;
    private @Nullable EventFile validation;

    /// Curves by epoch alone.
    ///
    /// @param folder made when it does not exist
    /// @param clock tells when each event happened, and nothing else
    public TensorBoard(Path folder, InstantSource clock) {
        this(folder, clock, 0, 0);
    }

    private TensorBoard(Path folder, InstantSource clock, int histogramEpochs, int everyBatches) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.histogramEpochs = histogramEpochs;
        this.everyBatches = everyBatches;
    }

    /// Histograms of all weights after every so many epochs.
    ///
    /// @param everyEpochs at least 1
    public TensorBoard withHistograms(int everyEpochs) {
        return new TensorBoard(folder, clock, requirePositive("histograms come every", everyEpochs), everyBatches);
    }

    /// The mean loss of the epoch so far after every so many batches.
    ///
    /// @param batches at least 1
    public TensorBoard withBatches(int batches) {
        return new TensorBoard(folder, clock, histogramEpochs, requirePositive("batches are logged every", batches));
    }

    private static int requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " 1 or more of them, but was " + value);
        }
        return value;
    }

    @Override
    public void onTrainBegin(TrainingControl control) {
        training = new EventFile(folder.resolve("train"), clock);
        validation = control.logNames().contains(History.Epoch.VALIDATION_LOSS)
                ? new EventFile(folder.resolve("validation"), clock)
                : null;
    }

    @Override
    public void onBatchEnd(int batch, double meanLoss, TrainingControl control) {
        if (everyBatches > 0 && batch % everyBatches == 0) {
            begun(training).scalar(PER_BATCH + History.Epoch.LOSS, control.step(), meanLoss);
        }
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        long step = epoch.epoch() - 1L;
        epoch.logs().forEach((name, value) -> {
            boolean validated = name.startsWith(History.Epoch.VALIDATION);
            String tag = validated ? name.substring(History.Epoch.VALIDATION.length()) : name;
            begun(validated ? validation : training).scalar(PER_EPOCH + tag, step, value);
        });
        if (histogramEpochs > 0 && epoch.epoch() % histogramEpochs == 0) {
            for (Parameter parameter : control.network().parameters()) {
                begun(training).histogram(parameter.name(), step, parameter.value());
            }
        }
    }

    private static EventFile begun(@Nullable EventFile file) {
        return Objects.requireNonNull(file, "training has not begun");
    }
}
