package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// A layer of a [Mapping].
///
/// @param place in the mapping, from 0
/// @param weights what the names of its weights begin with in the file; empty for a layer without weights
/// @param kind `lstm`, `gru`, `simple_rnn`, `dense`, `embedding`, `layer_normalization`, or of a layer without weights `masking`,
///        `activation`, `softmax`, `dropout`, `flatten`, `last_step`; empty where the shapes of its weights say it
/// @param settings all else, by name
public record MappedLayer(int place, String weights, String kind, Map<String, JsonValue> settings) {

    static MappedLayer of(int place, JsonObject json) {
        Map<String, JsonValue> settings = new LinkedHashMap<>(json.members());
        JsonValue weights = settings.remove("weights");
        JsonValue kind = settings.remove("kind");
        if (weights == null && kind == null) {
            throw new IllegalArgumentException("layer " + place + " of the mapping has neither 'weights', the beginning"
                    + " of the names of its tensors, nor 'kind'");
        }
        return new MappedLayer(place, weights == null ? "" : weights.asText(), kind == null ? "" : kind.asText(),
                settings);
    }

    /// The settings, to be read one by one.
    public LayerSettings read() {
        return new LayerSettings("layer " + place + " of the mapping", settings);
    }
}
