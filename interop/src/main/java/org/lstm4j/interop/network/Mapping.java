package org.lstm4j.interop.network;

import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// Which weights of a file are which layer, in the order in which data goes through, for files that do not say so themselves:
///
/// ```json
/// {
///   "steps": 10,
///   "layers": [
///     {"weights": "encoder", "return_sequences": true},
///     {"weights": "fc1", "activation": "relu"},
///     {"kind": "last_step"},
///     {"weights": "fc2"}
///   ]
/// }
/// ```
///
/// @param file where it stands
/// @param steps of a sample; 0 for unsaid
/// @param layers at least one
public record Mapping(MappingFile file, int steps, List<MappedLayer> layers) {

    public Mapping {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a mapping needs at least one layer, but 'layers' is empty");
        }
        if (steps < 0) {
            throw new IllegalArgumentException("'steps' of a mapping must be at least 1, but was " + steps);
        }
    }

    /// Understands a mapping.
    ///
    /// @throws IllegalArgumentException when a member is missing, unknown or impossible
    public static Mapping of(MappingFile file) {
        JsonObject json = file.content();
        json.members().keySet().forEach(name -> {
            if (!name.equals("layers") && !name.equals("steps")) {
                throw new IllegalArgumentException(
                        "a mapping has no member '" + name + "'; it has 'layers' and 'steps'");
            }
        });
        JsonValue steps = json.get("steps");
        List<JsonValue> layers = json.require("layers").asList();
        return new Mapping(file, steps == null ? 0 : steps.asInt(), IntStream.range(0, layers.size())
                .mapToObj(place -> MappedLayer.of(file, place, layers.get(place).asObject()))
                .toList());
    }
}
