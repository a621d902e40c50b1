package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.nn.LayerSpec;

/// A layer of a foreign model: its settings as ours, and where its weights come from.
///
/// @param name what the foreign model calls it, for messages
/// @param spec the settings
/// @param weights by the names that our layer gives its parameters, without its place: `weight_ih_l0`, `bias_l0_reverse`, or `0.weight` of
///        a layer within it
public record ForeignLayer(String name, LayerSpec spec, Map<String, ForeignWeight> weights) {

    public ForeignLayer {
        weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /// The same layer under another name.
    public ForeignLayer withName(String other) {
        return new ForeignLayer(other, spec, weights);
    }

    /// A layer without weights.
    public static ForeignLayer of(String name, LayerSpec spec) {
        return new ForeignLayer(name, spec, Map.of());
    }
}
