package org.lstm4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.ModelFileException;

class SafetensorsReaderTest {

    @TempDir
    private Path folder;

    /// The state of an LSTM(1, 50) and a Linear(50, 1), written by PyTorch 1.13 with the safetensors library.
    @Test
    void readsWhatPyTorchWrote() throws IOException {
        try (SafetensorsReader reader = SafetensorsReader.open(resource("seed_model.safetensors"))) {
            assertThat(reader.header().metadata()).isEmpty();
            assertThat(reader.header().tensors()).extracting(TensorEntry::name).containsExactly("lstm.weight_ih_l0",
                    "lstm.weight_hh_l0", "lstm.bias_ih_l0", "lstm.bias_hh_l0", "fc.weight", "fc.bias");
            assertThat(reader.header().tensor("lstm.weight_hh_l0").orElseThrow().shape()).containsExactly(200L, 50L);
            float[] recurrent = reader.floats("lstm.weight_hh_l0");
            assertThat(recurrent).hasSize(10_000).startsWith(-0.09319441f).endsWith(0.04907527f);
            assertThat(reader.floats("fc.bias")).containsExactly(0.021994418f);
        }
    }

    @Test
    void readsNumbersOfEveryWidthInAnyOrderOfTheHeader() {
        String header = """
                {"wide":{"dtype":"F64","shape":[1,2],"data_offsets":[8,24]},
                 "bytes":{"dtype":"U8","shape":[3],"data_offsets":[32,35]},
                 "whole":{"dtype":"I64","shape":[],"data_offsets":[0,8]},
                 "none":{"dtype":"F32","shape":[0,7],"data_offsets":[24,24]},
                 "single":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}""";
        ByteBuffer bytes = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        bytes.putLong(Long.MIN_VALUE).putDouble(Math.PI).putDouble(-0.0).putFloat(1.5f).putFloat(Float.MIN_VALUE);
        bytes.put(new byte[]{1, 2, (byte) 255});
        byte[] file = new byte[bytes.position()];
        bytes.get(0, file);

        try (SafetensorsReader reader = SafetensorsReader.open(Forged.file(folder, file))) {
            assertThat(reader.longs("whole")).containsExactly(Long.MIN_VALUE);
            assertThat(reader.doubles("wide")).containsExactly(Math.PI, -0.0);
            assertThat(reader.floats("single")).containsExactly(1.5f, Float.MIN_VALUE);
            assertThat(reader.floats("none")).isEmpty();
            assertThat(reader.bytes("bytes")).containsExactly(1, 2, -1);
        }
    }

    /// More than one block of 64 KiB, and not a whole number of them.
    @Test
    void readsTensorsOfManyBlocks() throws IOException {
        float[] values = new float[50_001];
        for (int index = 0; index < values.length; index++) {
            values[index] = index;
        }
        Path file = folder.resolve("large.safetensors");
        SafetensorsHeader header = SafetensorsHeader.builder().metadata("note", "größer")
                .tensor("first", TensorType.U8, List.of(1L)).tensor("large", TensorType.F32, List.of(50_001L)).build();
        try (var out = Files.newOutputStream(file)) {
            SafetensorsWriter writer = new SafetensorsWriter(out, header);
            writer.write(new byte[]{9});
            writer.write(values);
            writer.finish();
        }
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertThat(reader.header()).isEqualTo(header);
            assertThat(reader.floats("large")).isEqualTo(values);
        }
    }

    @Test
    void namesTheTensorsThereAreWhenAskedForAnother() throws IOException {
        try (SafetensorsReader reader = SafetensorsReader.open(resource("seed_model.safetensors"))) {
            assertThatThrownBy(() -> reader.floats("fc.weights")).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("no tensor 'fc.weights'").hasMessageContaining("fc.weight,");
            assertThatThrownBy(() -> reader.doubles("fc.weight")).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("expected F64; received F32");
        }
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
