package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.ConfigurationException;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.Quoted;

/// A layer of a [Mapping].
///
/// @param file where the mapping stands
/// @param place in the mapping, from 0
/// @param weights what the names of its weights begin with in the file; empty for a layer without weights
/// @param kind `lstm`, `gru`, `simple_rnn`, `dense`, `embedding`, `layer_normalization`, or of a layer without weights `masking`,
///        `activation`, `softmax`, `dropout`, `flatten`, `last_step`; empty where the shapes of its weights say it
/// @param settings all else, by name
public record MappedLayer(MappingFile file, int place, String weights, String kind, Map<String, JsonValue> settings) {

    /// All that there are.
    public static final List<String> KINDS = List.of("lstm", "gru", "simple_rnn", "dense", "embedding",
            "layer_normalization", "batch_normalization", "masking", "activation", "softmax", "dropout", "flatten",
            "last_step");

    static MappedLayer of(MappingFile file, int place, JsonObject json) {
        Map<String, JsonValue> settings = new LinkedHashMap<>(json.members());
        JsonValue weights = settings.remove("weights");
        JsonValue kind = settings.remove("kind");
        if (weights == null && kind == null) {
            throw new IllegalArgumentException("layer " + place + " has neither 'weights', the beginning of the names"
                    + " of its tensors, nor 'kind'");
        }
        return new MappedLayer(file, place, weights == null ? "" : weights.asText(),
                kind == null ? "" : kind.asText(), settings);
    }

    /// Its place, and what it is by: `1, fc`.
    public String name() {
        return place + ", " + (weights.isEmpty() ? kind : weights);
    }

    private String title() {
        return "layer " + Quoted.of(name());
    }

    /// The settings, to be read one by one.
    public LayerSettings read() {
        return new LayerSettings(title(), settings);
    }

    /// It does not fit the model's file.
    ///
    /// @param what goes on after the layer's name: `has no weights in the file`
    public ConfigurationException wrong(String what, String expected, String received) {
        return file.wrong(title() + " " + what, expected, received);
    }

    /// Its kind has weights, but it names none.
    public ConfigurationException withoutWeights() {
        return wrong("is of a kind that has weights",
                "\"weights\", the beginning of the names of its tensors in the file", "none");
    }

    /// Its kind is none that there is.
    public ConfigurationException unknownKind() {
        return wrong("is of a kind that there is not", "one of " + KINDS, Quoted.of(kind));
    }
}
