package org.lstm4j.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Map;
import org.lstm4j.json.Json;
import org.lstm4j.optim.SavedState;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.TrainingState;

/// Training that is to go on later, in one file: weights, optimizer, random streams, average of weights and epochs done.
///
/// {@snippet :
/// TrainingFile.write(model.trainingState(2), Path.of("run.checkpoint"));
/// model.restore(TrainingFile.read(Path.of("run.checkpoint")));
/// }
///
/// It is a valid safetensors file. Its metadata are
///
/// | name | text |
/// |---|---|
/// | `lstm4j.training` | the version of the format |
/// | `lstm4j.requires` | the first release of lstm4j that reads it |
/// | `lstm4j.state` | numbers, random streams and the order of the tensors, as JSON |
///
/// Its tensors are `weights.PARAMETER`, `optimizer.NAME.PARAMETER`, `average.NAME.PARAMETER`, F32, and last `lstm4j.sha256` as in a
/// [ModelFile]. It does not say what the layers are, so that layers of one's own can be in the network: a program builds it anew.
public final class TrainingFile {

    private static final String STATE = "lstm4j.state";
    private static final String FIRST_RELEASE = "0.1.0";
    private static final List<String> METADATA = List.of(
            FileKind.TRAINING.versionName(), ModelHeader.REQUIRES, STATE);

    private TrainingFile() {}

    /// Writes the file so that under that name stands the old file or the new one, whatever happens.
    ///
    /// @throws org.lstm4j.StorageException when that fails; the old file is intact then
    /// @throws IllegalArgumentException when an optimizer remembers a number that is NaN or infinite
    public static void write(TrainingState state, Path file) {
        write(state, file, Disk.REAL);
    }

    static void write(TrainingState state, Path file, Disk disk) {
        SafetensorsHeader header = header(state);
        AtomicFile.write(file, out -> writeTo(out, header, state), disk);
    }

    /// Reads and checks a file.
    ///
    /// @throws org.lstm4j.ModelFileException when it is damaged, of another version, or not a file of training
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static TrainingState read(Path file) {
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            FormatCheck.requireReadable(reader, FileKind.TRAINING);
            FormatCheck.requireUnharmed(reader);
            ModelHeader.requireRoom(reader.header(), reader.faults());
            return state(reader);
        }
    }

    private static TrainingState state(SafetensorsReader reader) {
        Map<String, String> metadata = reader.header().metadata();
        String text = metadata.get(STATE);
        if (text == null || !METADATA.containsAll(metadata.keySet())) {
            throw reader.faults().damaged("the metadata are not those of a training checkpoint", METADATA.toString(),
                    metadata.keySet().stream().map(Quoted::of).toList().toString());
        }
        try {
            TensorsInOrder tensors = new TensorsInOrder(reader);
            TrainingState state = TrainingJson.read(Json.parse(text), tensors);
            tensors.requireAllTaken();
            return state;
        } catch (IllegalArgumentException e) {
            throw reader.faults().damaged(e);
        }
    }

    private static SafetensorsHeader header(TrainingState state) {
        SafetensorsHeader.Builder header = SafetensorsHeader.builder()
                .metadata(FileKind.TRAINING.versionName(), Integer.toString(FileKind.TRAINING.newest()))
                .metadata(ModelHeader.REQUIRES, FIRST_RELEASE)
                .metadata(STATE, Json.write(TrainingJson.write(state)));
        state.network().weights().forEach((name, values) -> add(header, TrainingJson.weights(name), values));
        add(header, TrainingJson.OPTIMIZER, state.optimizerState());
        SavedState average = state.average();
        if (average != null) {
            add(header, TrainingJson.AVERAGE, average);
        }
        return header.tensor(ModelHeader.CHECKSUM, TensorType.U8, List.of((long) Sha256.BYTES)).build();
    }

    private static void add(SafetensorsHeader.Builder header, String owner, SavedState saved) {
        saved.arrays().forEach(array -> add(header, TrainingJson.tensor(owner, array.name(), array.parameter()),
                array.values()));
    }

    private static void add(SafetensorsHeader.Builder header, String name, Tensor values) {
        header.tensor(name, TensorType.F32, values.shape().axes().stream().map(axis -> (long) axis.size()).toList());
    }

    private static void writeTo(OutputStream out, SafetensorsHeader header, TrainingState state) throws IOException {
        DigestOutputStream hashed = new DigestOutputStream(out, Sha256.start());
        SafetensorsWriter writer = new SafetensorsWriter(hashed, header);
        for (Tensor values : state.network().weights().values()) {
            writer.write(values.data());
        }
        write(writer, state.optimizerState());
        SavedState average = state.average();
        if (average != null) {
            write(writer, average);
        }
        writer.write(hashed.getMessageDigest().digest());
        writer.finish();
    }

    private static void write(SafetensorsWriter writer, SavedState saved) throws IOException {
        for (SavedState.SavedArray array : saved.arrays()) {
            writer.write(array.values().data());
        }
    }
}
