package org.lstm4j.interop.keras;

import java.util.List;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.nn.LayerSpec;

/// What a layer of Keras becomes.
///
/// @param layers of ours in a row; none for one that does nothing in inference
/// @param sample that comes out
record Translated(List<ForeignLayer> layers, Sample sample) {

    Translated {
        layers = List.copyOf(layers);
    }

    /// A layer without weights.
    static Translated of(KerasLayer layer, LayerSpec spec, Sample sample) {
        return new Translated(List.of(ForeignLayer.of(layer.name(), spec)), sample);
    }
}
