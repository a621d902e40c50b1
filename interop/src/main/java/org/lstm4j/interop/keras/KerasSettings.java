package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.JsonText;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.Activation;

/// The `config` of a layer, read setting by setting. What nobody has read in the end is refused, but for what matters in training alone.
/// Mutable.
final class KerasSettings {

    /// Settings that change no number in inference.
    private static final List<String> TRAINING_ONLY = List.of("name", "trainable", "batch_input_shape", "batch_shape",
            "kernel_initializer", "recurrent_initializer", "bias_initializer", "embeddings_initializer",
            "gamma_initializer", "beta_initializer", "unit_forget_bias", "kernel_regularizer", "recurrent_regularizer",
            "bias_regularizer", "embeddings_regularizer", "gamma_regularizer", "beta_regularizer",
            "activity_regularizer", "kernel_constraint", "recurrent_constraint", "bias_constraint",
            "embeddings_constraint", "gamma_constraint", "beta_constraint", "seed", "noise_shape", "unroll",
            "implementation", "use_cudnn", "input_length", "autocast");

    private final String layer;
    private final boolean older;
    private final Map<String, JsonValue> left;

    /// @param layer what messages call it
    /// @param older whether Keras 2 wrote it, where some names mean something else
    /// @throws IllegalArgumentException when the layer does not compute in float32
    KerasSettings(String layer, JsonObject config, boolean older) {
        this.layer = layer;
        this.older = older;
        left = new LinkedHashMap<>(config.members());
        TRAINING_ONLY.forEach(left::remove);
        requireFloat32(left.remove("dtype"));
    }

    /// What messages call the layer.
    String layer() {
        return layer;
    }

    private void requireFloat32(@Nullable JsonValue policy) {
        JsonValue name = policy instanceof JsonObject object
                ? object.require("config").asObject().require("name")
                : policy;
        if (name != null && name != JsonNull.NULL && !name.equals(JsonValue.of("float32"))) {
            throw unsupported("dtype", name, "float32");
        }
    }

    /// The setting, or null when there is none or it is null.
    @Nullable
    JsonValue take(String name) {
        JsonValue value = left.remove(name);
        return value == JsonNull.NULL ? null : value;
    }

    /// @throws IllegalArgumentException when it is no object
    JsonObject object(String name) {
        return reading(name, JsonValue::asObject);
    }

    /// A whole number from 1.
    int count(String name) {
        int count = reading(name, JsonValue::asInt);
        if (count < 1) {
            throw new IllegalArgumentException(layer + ": '" + name + "' must be at least 1, but was " + count);
        }
        return count;
    }

    boolean flag(String name, boolean otherwise) {
        return left.containsKey(name) ? reading(name, JsonValue::asBoolean) : otherwise;
    }

    float number(String name, float otherwise) {
        return left.getOrDefault(name, JsonNull.NULL) == JsonNull.NULL
                ? otherwise(name, otherwise)
                : reading(name, JsonValue::asFloat);
    }

    private float otherwise(String name, float value) {
        left.remove(name);
        return value;
    }

    String text(String name, String otherwise) {
        return left.containsKey(name) ? reading(name, JsonValue::asText) : otherwise;
    }

    /// The name of an activation; linear where it is null.
    ///
    /// @throws IllegalArgumentException when it is given as an object
    String activation(String name, String otherwise) {
        JsonValue value = left.containsKey(name) ? take(name) : JsonValue.of(otherwise);
        return switch (value) {
            case null -> "linear";
            case JsonText(String text) -> meaningTheSame(name, text);
            default -> throw unsupported(name, value, "the name of an activation");
        };
    }

    /// @throws IllegalArgumentException when there is no such activation, or it works on more than one number
    Activation elementwise(String name, String otherwise) {
        String text = activation(name, otherwise);
        try {
            return Activation.named(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(layer + ": '" + name + "': " + e.getMessage(), e);
        }
    }

    private String meaningTheSame(String name, String activation) {
        if (older && activation.equals("hard_sigmoid")) {
            throw new IllegalArgumentException(
                    layer + ": '" + name + "' is Keras 2's hard_sigmoid, 0.2·x + 0.5 within 0"
                            + " and 1, which is not read; Keras 3's is another");
        }
        return activation;
    }

    /// Lets a setting have one value alone.
    ///
    /// @throws IllegalArgumentException when it has another
    void require(String name, JsonValue only) {
        JsonValue value = left.remove(name);
        if (value != null && !value.equals(only)
                && !(value == JsonNull.NULL && only.equals(JsonValue.of(false)))) {
            throw unsupported(name, value, Json.write(only));
        }
    }

    /// Takes an axis that must be the innermost one.
    ///
    /// @param rank of a sample
    void requireInnermost(String name, int rank) {
        JsonValue value = take(name);
        JsonValue axis = value instanceof JsonValue.JsonArray(List<JsonValue> items) && items.size() == 1
                ? items.getFirst()
                : value;
        if (axis != null && !axis.equals(JsonValue.of(-1L)) && !axis.equals(JsonValue.of((long) rank))) {
            throw unsupported(name, axis, "-1");
        }
    }

    /// @throws IllegalArgumentException when there is a setting that nobody has taken
    void requireAllTaken() {
        left.forEach((name, value) -> {
            throw new IllegalArgumentException(layer + " has the setting " + Quoted.of(name) + " of "
                    + Quoted.of(Json.write(value)) + ", which is not understood");
        });
    }

    IllegalArgumentException unsupported(String name, JsonValue value, String expected) {
        return new IllegalArgumentException(layer + ": the setting '" + name + "' is " + Quoted.of(Json.write(value))
                + ", which is not read; it can be " + expected + " alone");
    }

    private <T> T reading(String name, Function<JsonValue, T> read) {
        JsonValue value = left.remove(name);
        if (value == null) {
            throw new IllegalArgumentException(layer + " has no setting '" + name + "'");
        }
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(layer + ": '" + name + "': " + e.getMessage(), e);
        }
    }
}
