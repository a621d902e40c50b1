package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.Activation;

/// Settings of a layer, read one by one, so that what nobody has read can be refused in the end: a setting that is passed over silently
/// gives a network that says something else. A setting that is null counts as unsaid, where it may be unsaid. Mutable.
public class LayerSettings {

    private final String layer;
    private final Map<String, JsonValue> left;

    /// @param layer what messages call it
    public LayerSettings(String layer, Map<String, JsonValue> settings) {
        this.layer = layer;
        left = new LinkedHashMap<>(settings);
    }

    /// What messages call the layer.
    protected final String layer() {
        return layer;
    }

    /// Whether a setting of that name was not taken yet, be it null.
    public final boolean has(String name) {
        return left.containsKey(name);
    }

    /// The setting of that name, or null when there is none or it is null.
    public final @Nullable JsonValue take(String name) {
        JsonValue value = left.remove(name);
        return value == JsonNull.NULL ? null : value;
    }

    /// @throws IllegalArgumentException when it is neither true nor false
    public final boolean flag(String name, boolean otherwise) {
        return reading(name, otherwise, JsonValue::asBoolean);
    }

    /// @throws IllegalArgumentException when it is no number
    public final float number(String name, float otherwise) {
        return reading(name, otherwise, JsonValue::asFloat);
    }

    /// A whole number from 1.
    ///
    /// @throws IllegalArgumentException when it is missing or none
    public final int count(String name) {
        int count = read(name, required(name), JsonValue::asInt);
        if (count < 1) {
            throw new IllegalArgumentException(layer + ": '" + name + "' must be at least 1, but was " + count);
        }
        return count;
    }

    /// @throws IllegalArgumentException when it is missing or no object
    public final JsonObject object(String name) {
        return read(name, required(name), JsonValue::asObject);
    }

    /// @throws IllegalArgumentException when there is no activation of that name
    public final Activation activation(String name, Activation otherwise) {
        return reading(name, otherwise, value -> Activation.named(value.asText()));
    }

    /// Lets a setting have one value alone, or none.
    ///
    /// @throws IllegalArgumentException when it has another
    public final void require(String name, JsonValue only) {
        JsonValue value = take(name);
        if (value != null && !value.equals(only)) {
            throw unsupported(name, value, Json.write(only));
        }
    }

    /// @throws IllegalArgumentException when there is a setting that nobody has taken
    public final void requireAllTaken() {
        left.forEach((name, value) -> {
            throw new IllegalArgumentException(layer + " has the setting " + Quoted.of(name) + " of "
                    + Quoted.of(Json.write(value)) + ", which is not understood");
        });
    }

    /// A setting that is understood, but cannot be had.
    public final IllegalArgumentException unsupported(String name, JsonValue value, String expected) {
        return new IllegalArgumentException(layer + ": the setting '" + name + "' is " + Quoted.of(Json.write(value))
                + ", which is not read; it can be " + expected + " alone");
    }

    /// Reads a value; what is wrong with it is told with the setting's name.
    protected final <T> T read(String name, JsonValue value, Function<JsonValue, T> read) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(layer + ": '" + name + "': " + e.getMessage(), e);
        }
    }

    private <T> T reading(String name, T otherwise, Function<JsonValue, T> read) {
        JsonValue value = take(name);
        return value == null ? otherwise : read(name, value, read);
    }

    private JsonValue required(String name) {
        JsonValue value = take(name);
        if (value == null) {
            throw new IllegalArgumentException(layer + " has no setting '" + name + "'");
        }
        return value;
    }
}
