package org.lstm4j.model;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.window.WindowMapSpec;

/// The settings of a linear forecast inside a window, to and from JSON.
final class WindowMapJson {

    private WindowMapJson() {}

    static void put(JsonValue.ObjectBuilder json, WindowMapSpec map) {
        json.put("lookback", map.lookback())
                .put("horizon", map.horizon())
                .put("targets", map.targets())
                .put("outputs", map.outputs())
                .put("place", map.place());
    }

    static WindowMapSpec read(JsonObject layer) {
        Members.only(WindowMapSpec.KIND, layer, "kind", "lookback", "horizon", "targets", "outputs", "place");
        return new WindowMapSpec(layer.require("lookback").asInt(), layer.require("horizon").asInt(),
                layer.require("targets").asInt(), layer.require("outputs").asInt(), layer.require("place").asInt());
    }
}
