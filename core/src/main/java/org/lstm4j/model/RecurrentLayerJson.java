package org.lstm4j.model;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.recurrent.LstmSpec;

/// Members of recurrent layers.
final class RecurrentLayerJson {

    private RecurrentLayerJson() {}

    static void put(JsonValue.ObjectBuilder json, LstmSpec lstm) {
        json.put("units", lstm.units())
                .put("return_sequences", lstm.returnSequences())
                .put("initialization", PresetJson.write(lstm.initialization()));
    }

    static LstmSpec lstm(JsonObject layer) {
        Members.only(LstmSpec.KIND, layer, "kind", "units", "return_sequences", "initialization");
        return new LstmSpec(layer.require("units").asInt(), layer.require("return_sequences").asBoolean(),
                PresetJson.read(layer.require("initialization")));
    }
}
