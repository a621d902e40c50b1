package org.lstm4j.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;

/// What a safetensors file says before its data: text by name, and the tensors in the order of their bytes.
///
/// The tensors follow each other without hole or overlap, so that no byte of the data is unaccounted for.
///
/// @param metadata text by name, in order
/// @param tensors in the order of their data
public record SafetensorsHeader(Map<String, String> metadata, List<TensorEntry> tensors) {

    static final String METADATA = "__metadata__";

    /// Data begins at a multiple of this, as the reference writer has it, so that files can be mapped.
    private static final int ALIGNMENT = 8;

    /// @throws IllegalArgumentException when tensors overlap, leave a hole, or two have one name, or a text is not Unicode
    public SafetensorsHeader {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        metadata.forEach((name, text) -> {
            Names.requireName("metadata", name);
            Names.requireUnicode("metadata", text);
        });
        tensors = List.copyOf(tensors);
        requireInOrder(tensors);
    }

    private static void requireInOrder(List<TensorEntry> tensors) {
        Set<String> names = new LinkedHashSet<>();
        long expected = 0;
        for (TensorEntry tensor : tensors) {
            if (!names.add(tensor.name()) || tensor.name().equals(METADATA)) {
                throw new IllegalArgumentException("the tensor name " + Quoted.of(tensor.name()) + " is taken already");
            }
            if (tensor.begin() != expected) {
                String fault = tensor.begin() < expected ? "overlaps the tensor before it" : "leaves a hole before it";
                throw new IllegalArgumentException("tensor " + Quoted.of(tensor.name()) + " " + fault
                        + ": it begins at byte " + tensor.begin() + ", the one before ends at byte " + expected);
            }
            expected = tensor.end();
        }
    }

    /// Starts a header for a file to be written.
    public static Builder builder() {
        return new Builder();
    }

    /// The tensor of that name.
    public Optional<TensorEntry> tensor(String name) {
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }

    /// How many bytes the tensors take together.
    public long dataBytes() {
        return tensors.isEmpty() ? 0 : tensors.getLast().end();
    }

    /// The bytes a file begins with: length, JSON, and spaces up to the alignment.
    byte[] toBytes() {
        byte[] json = Json.write(toJson()).getBytes(StandardCharsets.UTF_8);
        int padding = Math.floorMod(-json.length, ALIGNMENT);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + json.length + padding).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length + padding).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.array();
    }

    private JsonValue toJson() {
        JsonValue.ObjectBuilder header = JsonValue.object();
        if (!metadata.isEmpty()) {
            JsonValue.ObjectBuilder texts = JsonValue.object();
            metadata.forEach(texts::put);
            header.put(METADATA, texts.build());
        }
        for (TensorEntry tensor : tensors) {
            header.put(tensor.name(), JsonValue.object()
                    .put("dtype", tensor.type().name())
                    .put("shape", numbers(tensor.shape()))
                    .put("data_offsets", numbers(List.of(tensor.begin(), tensor.end())))
                    .build());
        }
        return header.build();
    }

    private static JsonValue numbers(List<Long> values) {
        return new JsonArray(values.stream().map(JsonValue::of).toList());
    }

    /// Lays tensors out one after the other.
    public static final class Builder {

        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final List<TensorEntry> tensors = new ArrayList<>();
        private long end;

        private Builder() {}

        public Builder metadata(String name, String text) {
            metadata.put(name, text);
            return this;
        }

        /// Adds a tensor behind those added before.
        public Builder tensor(String name, TensorType type, List<Long> shape) {
            TensorEntry entry = TensorEntry.at(end, name, type, shape);
            tensors.add(entry);
            end = entry.end();
            return this;
        }

        public SafetensorsHeader build() {
            return new SafetensorsHeader(metadata, tensors);
        }
    }
}
