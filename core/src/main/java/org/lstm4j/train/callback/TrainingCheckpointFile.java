package org.lstm4j.train.callback;

import java.nio.file.Path;
import org.lstm4j.ModelFileException;
import org.lstm4j.Problem;
import org.lstm4j.model.TrainingFile;
import org.lstm4j.train.Model;
import org.lstm4j.train.TrainingState;

/// Savers for [ModelCheckpoint] that write files to go on training from, and the way back. Each file is replaced in one step: a run
/// that is stopped while it saves leaves the old one.
///
/// {@snippet :
/// Path file = Path.of("run.checkpoint");
/// int done = Files.exists(file) ? TrainingCheckpointFile.restore(file, model) : 0;
/// model.fit(samples, FitOptions.epochs(100).withInitialEpoch(done + 1),
///         ModelCheckpoint.everyEpoch(TrainingCheckpointFile.replacing(file)));
/// }
///
/// With the same samples and settings a run that was stopped and goes on so gives the bytes of one that was not: weights, optimizer,
/// learning rate, dropout, order of the samples, schedules and averages of weights go on where they were. Early stopping and other
/// callbacks begin anew: they count their patience from where the run goes on.
public final class TrainingCheckpointFile {

    private TrainingCheckpointFile() {}

    /// Always under the same name.
    public static ModelCheckpoint.Saver replacing(Path file) {
        return (control, epoch) -> TrainingFile.write(control.trainingState(), file);
    }

    /// A file for each epoch: `epoch-0012.checkpoint`.
    ///
    /// @param folder made when it does not exist
    public static ModelCheckpoint.Saver inFolder(Path folder) {
        return (control, epoch) -> {
            GrowingFile.createFolder(folder);
            TrainingFile.write(control.trainingState(),
                    folder.resolve(CheckpointFile.name(epoch.epoch()) + ".checkpoint"));
        };
    }

    /// Puts a model, built and compiled as in the run that wrote the file, where that run was.
    ///
    /// @return epochs done: the next fit begins at the one after
    /// @throws ModelFileException when the file is damaged, not a checkpoint of training, or one of another network or optimizer;
    ///         then the model is as before
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static int restore(Path file, Model model) {
        TrainingState state = TrainingFile.read(file);
        try {
            model.restore(state);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(
                    Problem.of(file + ": " + e.getMessage(), "or begin without the checkpoint"), e);
        }
        return state.epochs();
    }
}
