package org.lstm4j.model;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// A shape as JSON: `[{"axis":"steps","size":10},{"axis":"features","size":1}]`.
final class AxesJson {

    private AxesJson() {}

    static JsonArray write(Shape shape) {
        List<JsonValue> axes = shape.axes().stream().map(AxesJson::write).toList();
        return new JsonArray(axes);
    }

    /// @param what whose shape it is, for messages: `the input`
    /// @throws IllegalArgumentException when an axis is none, or of size 0 or less
    static Shape read(String what, JsonValue json) {
        return new Shape(json.asList().stream().map(axis -> readAxis(what, axis)).toList());
    }

    private static JsonValue write(Axis axis) {
        return JsonValue.object().put("axis", axis.name()).put("size", axis.size()).build();
    }

    private static Axis readAxis(String what, JsonValue json) {
        JsonObject axis = Members.only("axis of " + what, json, "axis", "size");
        int size = axis.require("size").asInt();
        if (size < 1) {
            throw new IllegalArgumentException("an axis of " + what + " must have size 1 or more, but has " + size);
        }
        return new Axis(axis.require("axis").asText(), size);
    }
}
