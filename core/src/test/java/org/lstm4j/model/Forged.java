package org.lstm4j.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files made by hand, with whatever in them.
final class Forged {

    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();

    private record Tensor(String name, List<Long> shape) {}

    /// A model file up to its tensors, of a network that takes [steps 3, features 2].
    static Forged model(String layers) {
        return new Forged()
                .metadata(ModelHeader.VERSION, "1")
                .metadata(ModelHeader.REQUIRES, "0.1.0")
                .metadata(ModelHeader.NETWORK,
                        "{\"input\":[{\"axis\":\"steps\",\"size\":3},{\"axis\":\"features\",\"size\":2}],\"layers\":["
                                + layers + "]}");
    }

    Forged metadata(String name, String text) {
        metadata.put(name, text);
        return this;
    }

    Forged tensor(String name, Long... shape) {
        tensors.add(new Tensor(name, List.of(shape)));
        return this;
    }

    /// Zeros for all tensors, and the right checksum behind them.
    Path writeTo(Path folder) {
        SafetensorsHeader.Builder header = SafetensorsHeader.builder();
        metadata.forEach(header::metadata);
        tensors.forEach(tensor -> header.tensor(tensor.name(), TensorType.F32, tensor.shape()));
        header.tensor(ModelHeader.CHECKSUM, TensorType.U8, List.of(32L));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.build().toBytes());
        tensors.forEach(tensor -> bytes.writeBytes(
                new byte[(int) TensorEntry.at(0, tensor.name(), TensorType.F32, tensor.shape()).bytes()]));
        bytes.writeBytes(Sha256.start().digest(bytes.toByteArray()));
        return file(folder, bytes.toByteArray());
    }

    /// A safetensors file of that header and that many bytes of data.
    static Path safetensors(Path folder, String header, int dataBytes) {
        return safetensors(folder, header.getBytes(StandardCharsets.UTF_8), dataBytes);
    }

    static Path safetensors(Path folder, byte[] header, int dataBytes) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        return file(folder, bytes.putLong(header.length).put(header).array());
    }

    static Path file(Path folder, byte[] bytes) {
        Path file = folder.resolve("forged.lstm4j");
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
