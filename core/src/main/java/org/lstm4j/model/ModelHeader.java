package org.lstm4j.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;

/// What a model file says about itself, without its weights.
///
/// @param formatVersion of the file, [ModelFile#FORMAT_VERSION] or older
/// @param network the settings of the layers
/// @param sections what other parts of the program keep in the file, by name, in order
/// @param weights where the weights lie
public record ModelHeader(
        int formatVersion, NetworkSpec network, Map<String, JsonValue> sections, List<TensorEntry> weights) {

    static final String VERSION = "lstm4j.format";
    static final String REQUIRES = "lstm4j.requires";
    static final String NETWORK = "lstm4j.network";
    static final String CHECKSUM = "lstm4j.sha256";

    /// Names that begin so are the format's own.
    static final String RESERVED = "lstm4j.";

    private static final List<String> OWN = List.of(VERSION, REQUIRES, NETWORK);

    /// A tree of JSON takes up to 40 times the room of its text.
    private static final int HEAP_SHARE = 128;

    public ModelHeader {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        weights = List.copyOf(weights);
    }

    /// How many trainable numbers there are.
    public long parameterCount() {
        return weights.stream().mapToLong(TensorEntry::elements).sum();
    }

    /// Understands the header of a file whose version and checksum tensor were found to be right.
    static ModelHeader of(int version, SafetensorsHeader header, FileFaults faults) {
        requireRoom(header, faults);
        Map<String, JsonValue> sections = new LinkedHashMap<>();
        header.metadata().forEach((name, text) -> {
            if (!name.startsWith(RESERVED)) {
                sections.put(name, json(name, text, faults));
            } else if (!OWN.contains(name)) {
                throw faults.damaged("has the unknown metadata " + Quoted.of(name));
            }
        });
        List<TensorEntry> weights = header.tensors().subList(0, header.tensors().size() - 1);
        return new ModelHeader(version, network(header, faults), sections, weights);
    }

    private static NetworkSpec network(SafetensorsHeader header, FileFaults faults) {
        String text = header.metadata().get(NETWORK);
        if (text == null) {
            throw faults.damaged("has no metadata '" + NETWORK + "', which says what the layers are");
        }
        try {
            return NetworkJson.read(json(NETWORK, text, faults));
        } catch (IllegalArgumentException e) {
            throw faults.damaged(e);
        }
    }

    /// @throws org.lstm4j.ModelFileException when what the metadata say would not fit into memory
    static void requireRoom(SafetensorsHeader header, FileFaults faults) {
        long characters = header.metadata().values().stream().mapToLong(String::length).sum();
        long limit = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        if (characters > limit) {
            throw faults.unusable("the metadata do not fit into memory", "at most " + limit + " characters",
                    characters + " characters", "give Java more memory with -Xmx");
        }
    }

    private static JsonValue json(String name, String text, FileFaults faults) {
        try {
            return Json.parse(text);
        } catch (IllegalArgumentException e) {
            throw faults.damaged("metadata " + Quoted.of(name) + " is " + e.getMessage());
        }
    }
}
