package org.lstm4j.interop.keras;

import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.Quoted;

/// A layer, or a model within a model, as a configuration describes it.
///
/// @param className its kind: `LSTM`
/// @param name its own
/// @param config its settings
/// @param older whether Keras 2 wrote it
record KerasLayer(String className, String name, JsonObject config, boolean older) {

    /// @throws IllegalArgumentException when it is no layer of Keras itself
    static KerasLayer of(JsonValue json, boolean older) {
        JsonObject object = json.asObject();
        String className = object.require("class_name").asText();
        JsonObject config = object.require("config").asObject();
        JsonValue name = config.get("name");
        KerasLayer layer = new KerasLayer(className, name == null ? className : name.asText(), config, older);
        layer.requireOfKeras(object.get("module"), object.get("registered_name"));
        return layer;
    }

    private void requireOfKeras(@Nullable JsonValue module, @Nullable JsonValue registered) {
        String owner = textOr(module, "keras");
        String known = textOr(registered, className);
        if (!owner.matches("(tf_)?keras([.].*)?") || !known.equals(className)) {
            throw new IllegalArgumentException(
                    title() + " is no layer of Keras itself, but " + Quoted.of(known) + " of "
                            + Quoted.of(owner) + ", whose code is not in the file; only Keras' own layers can be read");
        }
    }

    private static String textOr(@Nullable JsonValue value, String otherwise) {
        return value == null || value == JsonNull.NULL ? otherwise : value.asText();
    }

    /// What messages call it.
    String title() {
        return "layer " + Quoted.of(name) + " (" + Quoted.of(className) + ")";
    }

    /// Its settings, to be read one by one.
    KerasSettings settings() {
        return new KerasSettings(title(), config, older);
    }

    /// A layer that is a setting of this one.
    KerasLayer inner(JsonValue json) {
        return of(json, older);
    }
}
