package org.lstm4j.train.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.StorageException;
import org.lstm4j.model.ModelFile;
import org.lstm4j.model.WeightsHash;
import org.lstm4j.optim.Adam;
import org.lstm4j.train.Callback;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.History;
import org.lstm4j.train.Monitor;
import org.lstm4j.train.SmallFit;

class ModelCheckpointTest {

    private final SmallFit small = new SmallFit();
    private final FitOptions validated = FitOptions.epochs(60).withValidation(small.validation());
    private final List<Integer> saved = new ArrayList<>();
    private final ModelCheckpoint.Saver remember = (network, epoch) -> saved.add(epoch.epoch());

    @TempDir
    private Path folder;

    @Test
    void savesEveryEpoch() {
        fit(FitOptions.epochs(3), ModelCheckpoint.everyEpoch(remember));
        assertThat(saved).containsExactly(1, 2, 3);
    }

    @Test
    void savesEverySoManyEpochs() {
        fit(FitOptions.epochs(7), ModelCheckpoint.everyEpochs(3, remember));
        assertThat(saved).containsExactly(3, 6);
        assertThatThrownBy(() -> ModelCheckpoint.everyEpochs(0, remember)).hasMessageContaining("every 0");
    }

    /// At this learning rate the loss jumps about, so that some epochs are not the best.
    @Test
    void savesTheEpochsThatAreBetterThanAllBefore() {
        History history = fit(validated, ModelCheckpoint.best(Monitor.VALIDATION_LOSS, remember));
        List<Integer> expected = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (History.Epoch epoch : history.epochs()) {
            if (epoch.validationLoss() < best) {
                best = epoch.validationLoss();
                expected.add(epoch.epoch());
            }
        }
        assertThat(saved).isEqualTo(expected).hasSizeBetween(2, 59);
    }

    @Test
    void savesNothingWorseThanTheThreshold() {
        ModelCheckpoint best = ModelCheckpoint.best(Monitor.VALIDATION_LOSS, remember);
        fit(validated, best.withThreshold(0));
        assertThat(saved).isEmpty();
        assertThatThrownBy(() -> ModelCheckpoint.everyEpoch(remember).withThreshold(1))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("ModelCheckpoint.best");
    }

    @Test
    void refusesALogThatTheFitWillNotHave() {
        assertThatThrownBy(() -> fit(FitOptions.epochs(1), ModelCheckpoint.best(Monitor.VALIDATION_LOSS, remember)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("val_loss");
    }

    @Test
    void theFileHasTheWeightsOfTheLastSave() {
        Path file = folder.resolve("model.lstm4j");
        fit(FitOptions.epochs(2), ModelCheckpoint.everyEpoch(CheckpointFile.replacing(file)));
        assertThat(WeightsHash.sha256(ModelFile.read(file).network().parameters())).isEqualTo(small.hash());
    }

    @Test
    void theBestFileIsWhatEarlyStoppingRestores() {
        Path file = folder.resolve("best.lstm4j");
        History history = fit(validated.withEarlyStopping(3),
                ModelCheckpoint.best(Monitor.VALIDATION_LOSS, CheckpointFile.replacing(file)));
        assertThat(history.stoppedEarly()).isTrue();
        assertThat(WeightsHash.sha256(ModelFile.read(file).network().parameters())).isEqualTo(small.hash());
    }

    @Test
    void aFolderGetsAFileForEachEpoch() {
        Path made = folder.resolve("a").resolve("b");
        fit(FitOptions.epochs(2), ModelCheckpoint.everyEpoch(CheckpointFile.inFolder(made)));
        assertThat(made.resolve("epoch-0001.lstm4j")).exists();
        assertThat(WeightsHash.sha256(ModelFile.read(made.resolve("epoch-0002.lstm4j")).network().parameters()))
                .isEqualTo(small.hash());
    }

    @Test
    void saysWhichFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> fit(FitOptions.epochs(1),
                ModelCheckpoint.everyEpoch(CheckpointFile.inFolder(file.resolve("sub")))))
                .isInstanceOf(StorageException.class).hasMessageContaining("cannot make the folder " + file);
    }

    private History fit(FitOptions options, Callback callback) {
        return small.model(new Adam(0.3)).fit(small.training(), options, callback);
    }
}
