package org.lstm4j.train.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.StorageException;
import org.lstm4j.model.ModelFile;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.AverageShare;
import org.lstm4j.optim.Nadam;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.Sgd;
import org.lstm4j.train.Callback;
import org.lstm4j.train.DrawingFit;
import org.lstm4j.train.FitOptions;
import org.lstm4j.train.LambdaCallback;
import org.lstm4j.train.Model;
import org.lstm4j.train.SmallFit;

class TrainingCheckpointFileTest {

    @SuppressWarnings("unused") // by the parameterized test
    private static final List<OptimizerSpec> OPTIMIZERS = List.of(
            new Sgd(0.05, 0.9), new Adam(0.01), new Nadam(0.01));

    @TempDir
    private Path folder;

    /// Of 4 epochs the third breaks off amid its batches, as when a machine goes down.
    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void runThatBrokeOffGoesOnFromItsLastFile(OptimizerSpec optimizer) {
        Path file = folder.resolve("run.checkpoint");
        FitOptions options = DrawingFit.epochs(4).withAveraging(AverageShare.exponential(0.9));
        Callback saving = ModelCheckpoint.everyEpoch(TrainingCheckpointFile.replacing(file));
        Model whole = DrawingFit.model(optimizer, 1);
        whole.fit(DrawingFit.SAMPLES, options);
        Model broken = DrawingFit.model(optimizer, 1);
        assertThatThrownBy(() -> broken.fit(DrawingFit.SAMPLES, options, saving, breakingOff(3)))
                .hasMessage("power cut");
        Model resumed = DrawingFit.model(optimizer, 99);
        int done = TrainingCheckpointFile.restore(file, resumed);
        assertThat(done).isEqualTo(2);
        resumed.fit(DrawingFit.SAMPLES, options.withInitialEpoch(done + 1), saving);
        assertThat(DrawingFit.hash(resumed)).isEqualTo(DrawingFit.hash(whole));
    }

    private static Callback breakingOff(int epoch) {
        return LambdaCallback.none().withBatchEnd((batch, _, control) -> {
            if (control.epoch() == epoch && batch == 2) {
                throw new IllegalStateException("power cut");
            }
        });
    }

    @Test
    void unbrokenRunsWriteTheSameBytesAsResumedOnes() {
        Model whole = DrawingFit.model(new Adam(0.01), 1);
        whole.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4), saving("whole"));
        Model resumed = DrawingFit.model(new Adam(0.01), 1);
        TrainingCheckpointFile.restore(folder.resolve("whole").resolve("epoch-0002.checkpoint"), resumed);
        resumed.fit(DrawingFit.SAMPLES, DrawingFit.epochs(4).withInitialEpoch(3), saving("resumed"));
        assertThat(folder.resolve("resumed").resolve("epoch-0002.checkpoint")).doesNotExist();
        assertThat(folder.resolve("resumed").resolve("epoch-0004.checkpoint"))
                .hasSameBinaryContentAs(folder.resolve("whole").resolve("epoch-0004.checkpoint"));
    }

    private Callback saving(String name) {
        return ModelCheckpoint.everyEpoch(TrainingCheckpointFile.inFolder(folder.resolve(name)));
    }

    @Test
    void refusesAnotherNetworkAndLeavesTheModel() {
        Path file = written(new Adam(0.01));
        Model other = new SmallFit().model(new Adam(0.01));
        String before = DrawingFit.hash(other);
        assertThatThrownBy(() -> TrainingCheckpointFile.restore(file, other)).isInstanceOf(ModelFileException.class)
                .hasMessage(file + ": the state of training is that of another network: of its weights, number 1 was"
                        + " expected to be 0.weight_ih_l0 [24, 1], but is 1.weight_ih_l0 [12, 1]; build the network with"
                        + " the layers it was saved with; or begin without the checkpoint");
        assertThat(DrawingFit.hash(other)).isEqualTo(before);
    }

    @Test
    void refusesAnotherOptimizerAndLeavesTheModel() {
        Path file = written(new Adam(0.01));
        Model other = DrawingFit.model(new Sgd(0.01), 5);
        String before = DrawingFit.hash(other);
        assertThatThrownBy(() -> TrainingCheckpointFile.restore(file, other)).isInstanceOf(ModelFileException.class)
                .hasMessage(file + ": the state of training is that of another optimizer: expected sgd, received adam;"
                        + " compile the model with the optimizer it was saved with; or begin without the checkpoint");
        assertThat(DrawingFit.hash(other)).isEqualTo(before);
    }

    @Test
    void tellsModelFilesAndCheckpointsApart() {
        Path checkpoint = written(new Adam(0.01));
        assertThatThrownBy(() -> ModelFile.read(checkpoint)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("not a model of lstm4j; expected metadata 'lstm4j.format'; received none of that"
                        + " name, but that of a training checkpoint");
        SmallFit small = new SmallFit();
        Path model = folder.resolve("model.lstm4j");
        ModelFile.of(small.network()).write(model);
        assertThatThrownBy(() -> TrainingCheckpointFile.restore(model, small.model()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("not a training checkpoint of lstm4j; expected metadata 'lstm4j.training';"
                        + " received none of that name, but that of a model");
    }

    @Test
    void saysThatThereIsNoFile() {
        Path missing = folder.resolve("missing");
        assertThat(Files.exists(missing)).isFalse();
        assertThatThrownBy(() -> TrainingCheckpointFile.restore(missing, DrawingFit.model(new Adam(0.01), 1)))
                .isInstanceOf(StorageException.class).hasMessageContaining("does not exist");
    }

    private Path written(OptimizerSpec optimizer) {
        Path file = folder.resolve("run.checkpoint");
        DrawingFit.model(optimizer, 1).fit(DrawingFit.SAMPLES, DrawingFit.epochs(1),
                ModelCheckpoint.everyEpoch(TrainingCheckpointFile.replacing(file)));
        return file;
    }
}
