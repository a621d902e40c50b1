package org.lstm4j.model;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.TimeDistributedSpec;

/// Members of layers that have layers within. How deep they go is limited by the JSON reader.
final class NestedLayerJson {

    private NestedLayerJson() {}

    static void put(JsonValue.ObjectBuilder json, TimeDistributedSpec distributed) {
        json.put("layer", LayerJson.write(distributed.layer()));
    }

    static TimeDistributedSpec timeDistributed(JsonObject layer) {
        Members.only(TimeDistributedSpec.KIND, layer, "kind", "layer");
        return new TimeDistributedSpec(LayerJson.read(layer.require("layer")));
    }

    static void put(JsonValue.ObjectBuilder json, ResidualSpec residual) {
        json.put("layers", LayerJson.writeAll(residual.layers())).put("projects", residual.projects());
    }

    static ResidualSpec residual(JsonObject layer) {
        Members.only(ResidualSpec.KIND, layer, "kind", "layers", "projects");
        return new ResidualSpec(LayerJson.readAll(layer.require("layers")), layer.require("projects").asBoolean());
    }
}
