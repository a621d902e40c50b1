package org.lstm4j.interop.keras;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.ObjectBuilder;

/// A layer as Keras describes it.
///
/// @param className its kind: `LSTM`
/// @param config its settings, but for its name
/// @param weights by their names within the layer
record WrittenLayer(String className, JsonObject config, WrittenWeights weights) {

    /// A layer without weights.
    static WrittenLayer of(String className, ObjectBuilder config) {
        return new WrittenLayer(className, config.build(), WrittenWeights.NONE);
    }

    /// The description.
    JsonObject json(String name) {
        ObjectBuilder all = JsonValue.object().put("name", name).put("dtype", "float32");
        config.members().forEach(all::put);
        return json("keras.layers", className, all.build());
    }

    static JsonObject json(String module, String className, JsonObject config) {
        return JsonValue.object().put("module", module).put("class_name", className).put("config", config)
                .put("registered_name", JsonNull.NULL).build();
    }
}
