package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ModelFileException;
import org.lstm4j.StorageException;
import org.lstm4j.optim.SavedState;
import org.lstm4j.optim.SavedState.SavedArray;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;
import org.lstm4j.train.NetworkState;
import org.lstm4j.train.NetworkState.StreamPosition;
import org.lstm4j.train.TrainingState;

class TrainingFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatWasWritten() {
        TrainingState state = state(0.1);
        Path file = write(state);
        TrainingState read = TrainingFile.read(file);
        assertThat(read.epochs()).isEqualTo(3);
        assertThat(read.optimizer()).isEqualTo("adam");
        assertThat(read.network().streams()).isEqualTo(state.network().streams());
        assertThat(read.network().weights().keySet()).containsExactly("0.weight", "0.bias");
        assertThat(Objects.requireNonNull(read.network().weights().get("0.weight")).data())
                .containsExactly(1, -0f, Float.MIN_VALUE, Float.MAX_VALUE);
        assertThat(read.optimizerState().numbers()).isEqualTo(state.optimizerState().numbers());
        assertThat(read.optimizerState().array("mean", "0.bias").data()).containsExactly(5, 6);
        SavedState average = Objects.requireNonNull(read.average());
        assertThat(average.number("updates")).isEqualTo(12);
        assertThat(average.array("average", "0.bias").data()).containsExactly(7, 8);
    }

    @Test
    void equalStatesGiveEqualBytes() throws IOException {
        byte[] first = Files.readAllBytes(write(state(0.1)));
        TrainingState read = TrainingFile.read(folder.resolve("run.checkpoint"));
        assertThat(Files.readAllBytes(write(read))).isEqualTo(first);
    }

    @Test
    void refusesEveryFlippedBitAndEveryTruncation() throws IOException {
        Path file = write(state(0.1));
        byte[] whole = Files.readAllBytes(file);
        List<String> unnoticed = new ArrayList<>();
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            if (!isRefused(file, flipped)) {
                unnoticed.add("bit " + bit);
            }
        }
        for (int length = 0; length < whole.length; length++) {
            if (!isRefused(file, Arrays.copyOf(whole, length))) {
                unnoticed.add("length " + length);
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(isRefused(file, whole)).as("the file as it was written").isFalse();
    }

    /// Any other exception is a failure of the test.
    private static boolean isRefused(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            TrainingFile.read(file);
            return false;
        } catch (ModelFileException _) {
            return true;
        }
    }

    @Test
    void saysThatTheFileIsDamaged() throws IOException {
        Path file = write(state(0.1));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 40] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> TrainingFile.read(file)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining(file + ": the file is damaged").hasMessageContaining("backup");
    }

    @Test
    void writingThatFailsLeavesTheOldFile() throws IOException {
        Path file = write(state(0.1));
        byte[] before = Files.readAllBytes(file);
        Disk full = new Disk() {
            @Override
            OutputStream stream(FileChannel channel) {
                return new FilterOutputStream(super.stream(channel)) {
                    @Override
                    public void write(byte[] bytes, int from, int count) throws IOException {
                        super.write(bytes, from, count / 2);
                        throw new IOException("No space left on device");
                    }
                };
            }
        };
        assertThatThrownBy(() -> TrainingFile.write(state(0.2), file, full)).isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("No space left on device");
        assertThat(file).hasBinaryContent(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void keepsFiniteNumbersOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> write(state(Double.POSITIVE_INFINITY)))
                .withMessage("the number 'learning_rate' of the optimizer is Infinity, but a checkpoint keeps finite"
                        + " numbers only");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesFilesThatSayWhatCannotBe() {
        String weights = "{\"epochs\":1,\"optimizer\":\"sgd\",\"weights\":[\"w\"],\"streams\":[],"
                + "\"optimizer_state\":{\"numbers\":{},\"arrays\":[]},\"average\":null}";
        assertThat(TrainingFile.read(forged(weights).tensor("weights.w", 2L).writeTo(folder)).epochs()).isEqualTo(1);
        refuses(forged(weights), "the tensor 'weights.w' is missing");
        refuses(forged(weights).tensor("weights.v", 2L),
                "tensor 1 was expected to be 'weights.w' of type F32, but is 'weights.v' of type F32");
        refuses(forged(weights).tensor("weights.w", 2L).tensor("x", 1L), "the tensor 'x' belongs to nothing");
        refuses(forged(weights).tensor("weights.w", 0L, 1L << 40), "has 0 elements");
        refuses(forged(weights.replace("1,", "-1,")).tensor("weights.w", 2L), "epochs that were done");
        refuses(forged(weights.replace("null", "7")).tensor("weights.w", 2L), "expected an object, but found 7");
        refuses(forged(weights.replace("\"streams\"", "\"more\"")), "has the member 'more'");
        refuses(forged(weights.replace("{},", "{\"lr\":null},")).tensor("weights.w", 2L), "the number 'lr'");
        refuses(forged("{"), "not valid JSON");
        refuses(forged(weights).metadata("x", "y"), "the metadata are not those of a training checkpoint");
        refuses(new Forged().metadata("lstm4j.training", "2").metadata("lstm4j.requires", "9.0"),
                "the training checkpoint file is of a newer format; expected format version 1 or older; received"
                        + " format version 2; use lstm4j 9.0 or later");
    }

    private void refuses(Forged forged, String message) {
        Path file = forged.writeTo(folder);
        assertThatThrownBy(() -> TrainingFile.read(file)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining(message);
    }

    private static Forged forged(String state) {
        return new Forged().metadata("lstm4j.training", "1").metadata("lstm4j.requires", "0.1.0")
                .metadata("lstm4j.state", state);
    }

    private Path write(TrainingState state) {
        Path file = folder.resolve("run.checkpoint");
        TrainingFile.write(state, file);
        return file;
    }

    private static TrainingState state(double learningRate) {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("0.weight", Tensor.of(Shape.sequence(2, 2), 1, -0f, Float.MIN_VALUE, Float.MAX_VALUE));
        weights.put("0.bias", Tensor.of(Shape.vector(2), 3, 4));
        SequencedMap<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("learning_rate", learningRate);
        numbers.put("beta1_power", Math.pow(0.9, 37));
        return new TrainingState(3,
                new NetworkState(weights, List.of(new StreamPosition("1 dropout", Long.MIN_VALUE, 1L << 53 | 1))),
                "adam",
                new SavedState(numbers, List.of(array("mean", 5, 6))),
                new SavedState(new LinkedHashMap<>(java.util.Map.of("updates", 12.0)),
                        List.of(array("average", 7, 8))));
    }

    private static SavedArray array(String name, float first, float second) {
        return new SavedArray(name, "0.bias", Tensor.of(Shape.vector(2), first, second));
    }
}
