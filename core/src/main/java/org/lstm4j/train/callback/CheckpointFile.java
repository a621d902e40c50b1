package org.lstm4j.train.callback;

import java.nio.file.Path;
import org.lstm4j.model.ModelFile;

/// Savers for [ModelCheckpoint] that write model files, to predict with; [TrainingCheckpointFile] writes files to go on training from. Each file is replaced in one step: a run that is stopped while it saves
/// leaves the old one.
public final class CheckpointFile {

    private static final int DIGITS = 4;

    private CheckpointFile() {}

    /// Always under the same name.
    public static ModelCheckpoint.Saver replacing(Path file) {
        return (control, epoch) -> ModelFile.of(control.network()).write(file);
    }

    /// A file for each epoch: `epoch-0012.lstm4j`.
    ///
    /// @param folder made when it does not exist
    public static ModelCheckpoint.Saver inFolder(Path folder) {
        return (control, epoch) -> {
            GrowingFile.createFolder(folder);
            ModelFile.of(control.network()).write(folder.resolve(name(epoch.epoch()) + ".lstm4j"));
        };
    }

    /// Without an extension; with zeros in front, so that names sort as epochs do.
    static String name(int epoch) {
        String number = Integer.toString(epoch);
        return "epoch-" + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }
}
