package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ModelFileException;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.tensor.Shape;

/// No byte of a model file can change without being noticed.
class ModelFileDamageTest {

    private Path file = Path.of("");

    @BeforeEach
    void writeSmallModel(@TempDir Path folder) {
        file = folder.resolve("small.lstm4j");
        Sequential network = Sequential.input(Shape.sequence(3, 2)).add(new LstmSpec(4)).add(new DenseSpec(1)).build(5);
        ModelFile.of(network).with("scaler", JsonValue.object().put("mean", 12.5).build()).write(file);
    }

    @Test
    void noticesEveryFlippedBit() throws IOException {
        List<Long> unnoticed = new ArrayList<>();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long bit = 0; bit < bytes.length() * Byte.SIZE; bit++) {
                flip(bytes, bit);
                if (!isRefused()) {
                    unnoticed.add(bit);
                }
                flip(bytes, bit);
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(isRefused()).as("the file as it was written").isFalse();
    }

    @Test
    void noticesEveryTruncation() throws IOException {
        List<Long> unnoticed = new ArrayList<>();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long length = bytes.length() - 1; length >= 0; length--) {
                bytes.setLength(length);
                if (!isRefused()) {
                    unnoticed.add(length);
                }
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void noticesBytesBehindTheEnd() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() + 1);
        }
        assertThat(isRefused()).isTrue();
    }

    @Test
    void saysThatTheFileIsDamagedAndWhatToDo() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            flip(bytes, (bytes.length() - 40) * Byte.SIZE);
        }
        assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("damaged").hasMessageContaining("backup");
    }

    @Test
    void readsTheHeaderOfAFileWhoseWeightsAreDamaged() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 40] ^= 1;
        Files.write(file, bytes);
        assertThat(ModelFile.readHeader(file).network().layers()).hasSize(2);
    }

    /// Any other exception is a failure of the test.
    private boolean isRefused() {
        try {
            ModelFile.read(file);
            return false;
        } catch (ModelFileException _) {
            return true;
        }
    }

    private static void flip(RandomAccessFile bytes, long bit) throws IOException {
        bytes.seek(bit / Byte.SIZE);
        int value = bytes.read();
        bytes.seek(bit / Byte.SIZE);
        bytes.write(value ^ 1 << (int) (bit % Byte.SIZE));
    }
}
