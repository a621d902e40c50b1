package org.lstm4j.model;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// The settings of a network as JSON:
///
/// ```json
/// {"input":[{"axis":"steps","size":10},{"axis":"features","size":1}],
///  "layers":[{"kind":"lstm","units":50,"return_sequences":false,"initialization":"keras"},
///            {"kind":"dropout","rate":0.2},
///            {"kind":"dense","units":1,"activation":"linear","initialization":"keras"}]}
/// ```
///
/// A layer is made by a switch over the kinds known to [LayerJson], never by a class name. Unknown kinds and unknown members are
/// errors: a setting that is passed over would give other forecasts without a word.
final class NetworkJson {

    private NetworkJson() {}

    /// @throws IllegalArgumentException when a layer is of a kind that files do not know
    static JsonObject write(NetworkSpec network) {
        return JsonValue.object()
                .put("input", AxesJson.write(network.input()))
                .put("layers", LayerJson.writeAll(network.layers()))
                .build();
    }

    /// @throws IllegalArgumentException when a member is missing, unknown or impossible; the message says where
    static NetworkSpec read(JsonValue json) {
        JsonObject network = Members.only("network", json, "input", "layers");
        return new NetworkSpec(AxesJson.read("the input", network.require("input")),
                LayerJson.readAll(network.require("layers")));
    }
}
