package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.Activation;

/// Settings of a layer, read one by one, so that what nobody has read can be refused in the end: a setting that is passed over silently
/// gives a network that says something else. Mutable.
public final class LayerSettings {

    private final String layer;
    private final Map<String, JsonValue> left;

    /// @param layer what messages call it
    public LayerSettings(String layer, Map<String, JsonValue> settings) {
        this.layer = layer;
        left = new LinkedHashMap<>(settings);
    }

    /// The setting of that name, or null when there is none.
    public @Nullable JsonValue take(String name) {
        return left.remove(name);
    }

    /// @throws IllegalArgumentException when it is neither true nor false
    public boolean flag(String name, boolean otherwise) {
        JsonValue value = take(name);
        return value == null ? otherwise : reading(name, value::asBoolean);
    }

    /// @throws IllegalArgumentException when it is no number
    public float number(String name, float otherwise) {
        JsonValue value = take(name);
        return value == null ? otherwise : reading(name, value::asFloat);
    }

    /// @throws IllegalArgumentException when it is no text
    public String text(String name, String otherwise) {
        JsonValue value = take(name);
        return value == null ? otherwise : reading(name, value::asText);
    }

    /// @throws IllegalArgumentException when there is no activation of that name
    public Activation activation(String name, Activation otherwise) {
        JsonValue value = take(name);
        return value == null ? otherwise : reading(name, () -> Activation.named(value.asText()));
    }

    /// @throws IllegalArgumentException when there is a setting that nobody has taken
    public void requireAllTaken() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    layer + " has the setting '" + left.keySet().iterator().next() + "', which it has no use for");
        }
    }

    private <T> T reading(String name, java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(layer + ", '" + name + "': " + e.getMessage(), e);
        }
    }
}
