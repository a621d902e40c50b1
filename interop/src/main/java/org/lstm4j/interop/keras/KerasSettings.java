package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.LayerSettings;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.JsonText;
import org.lstm4j.nn.Activation;

/// The `config` of a layer, but for what matters in training alone. Mutable.
final class KerasSettings extends LayerSettings {

    /// Settings that change no number in inference.
    private static final List<String> TRAINING_ONLY = List.of("name", "trainable", "batch_input_shape", "batch_shape",
            "kernel_initializer", "recurrent_initializer", "bias_initializer", "embeddings_initializer",
            "gamma_initializer", "beta_initializer", "moving_mean_initializer", "moving_variance_initializer",
            "momentum", "renorm_momentum", "renorm_clipping", "synchronized", "fused", "unit_forget_bias",
            "kernel_regularizer", "recurrent_regularizer",
            "bias_regularizer", "embeddings_regularizer", "gamma_regularizer", "beta_regularizer",
            "activity_regularizer", "kernel_constraint", "recurrent_constraint", "bias_constraint",
            "embeddings_constraint", "gamma_constraint", "beta_constraint", "seed", "noise_shape", "unroll",
            "implementation", "use_cudnn", "input_length", "autocast");

    private final boolean older;

    /// @param layer what messages call it
    /// @param older whether Keras 2 wrote it, where some names mean something else
    /// @throws IllegalArgumentException when the layer does not compute in float32
    KerasSettings(String layer, JsonObject config, boolean older) {
        super(layer, withoutTraining(config));
        this.older = older;
        requireFloat32(take("dtype"));
    }

    private static Map<String, JsonValue> withoutTraining(JsonObject config) {
        Map<String, JsonValue> settings = new LinkedHashMap<>(config.members());
        TRAINING_ONLY.forEach(settings::remove);
        return settings;
    }

    private void requireFloat32(@Nullable JsonValue policy) {
        JsonValue name = policy instanceof JsonObject object
                ? object.require("config").asObject().members().getOrDefault("name", policy)
                : policy;
        if (name != null && !name.equals(JsonValue.of("float32"))) {
            throw unsupported("dtype", name, "float32");
        }
    }

    /// The name of an activation; linear where it is null.
    ///
    /// @throws IllegalArgumentException when it is given as an object
    String activationName(String name, String otherwise) {
        JsonValue value = has(name) ? take(name) : JsonValue.of(otherwise);
        return switch (value) {
            case null -> "linear";
            case JsonText(String text) -> meaningTheSame(name, text);
            default -> throw unsupported(name, value, "the name of an activation");
        };
    }

    /// @throws IllegalArgumentException when there is no such activation, or it works on more than one number
    Activation elementwise(String name, String otherwise) {
        return named(name, activationName(name, otherwise));
    }

    /// The activation that a setting calls so.
    Activation named(String setting, String activation) {
        return read(setting, JsonValue.of(activation), value -> Activation.named(value.asText()));
    }

    private String meaningTheSame(String name, String activation) {
        if (older && activation.equals("hard_sigmoid")) {
            throw new IllegalArgumentException(
                    layer() + ": '" + name + "' is Keras 2's hard_sigmoid, 0.2·x + 0.5 within 0"
                            + " and 1, which is not read; Keras 3's is another");
        }
        return activation;
    }

    /// Takes an axis that must be the innermost one.
    ///
    /// @param rank of a sample
    void requireInnermost(String name, int rank) {
        JsonValue value = take(name);
        JsonValue axis = value instanceof JsonArray(List<JsonValue> items) && items.size() == 1
                ? items.getFirst()
                : value;
        if (axis != null && !axis.equals(JsonValue.of(-1L)) && !axis.equals(JsonValue.of((long) rank))) {
            throw unsupported(name, axis, "-1");
        }
    }
}
