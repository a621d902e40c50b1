package org.lstm4j.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.init.Constant;
import org.lstm4j.nn.init.Identity;
import org.lstm4j.nn.init.Initializer;
import org.lstm4j.nn.init.Orthogonal;
import org.lstm4j.nn.init.RandomNormal;
import org.lstm4j.nn.init.RandomUniform;
import org.lstm4j.nn.init.TruncatedNormal;
import org.lstm4j.nn.init.VarianceScaling;

/// An initialiser of weights as JSON: `{"kind":"random_normal","mean":0.0,"standard_deviation":0.05}`. The list of kinds is closed,
/// as that of layers.
final class InitializerJson {

    private InitializerJson() {}

    /// Adds a member, unless there is no initialiser.
    static void put(JsonValue.ObjectBuilder json, String member, @Nullable Initializer initializer) {
        if (initializer != null) {
            json.put(member, write(initializer));
        }
    }

    /// The initialiser of a member; null when there is no such member.
    static @Nullable Initializer optional(JsonObject layer, String member) {
        JsonValue json = layer.get(member);
        return json == null ? null : read(json);
    }

    /// @throws IllegalArgumentException when files do not know the kind
    static JsonValue write(Initializer initializer) {
        JsonValue.ObjectBuilder json = JsonValue.object().put("kind", initializer.kind());
        return switch (initializer) {
            case Constant constant -> json.put("value", constant.value()).build();
            case Identity identity -> json.put("gain", identity.gain()).build();
            case Orthogonal orthogonal -> json.put("gain", orthogonal.gain()).build();
            case RandomUniform uniform -> json.put("minimum", uniform.minimum()).put("maximum", uniform.maximum())
                    .build();
            case RandomNormal normal -> json.put("mean", normal.mean())
                    .put("standard_deviation", normal.standardDeviation()).build();
            case TruncatedNormal normal -> json.put("mean", normal.mean())
                    .put("standard_deviation", normal.standardDeviation()).build();
            case VarianceScaling scaling -> json.put("scale", scaling.scale()).put("mode", scaling.mode().label())
                    .put("distribution", scaling.distribution().label()).build();
            default -> throw new IllegalArgumentException(
                    "model files do not know initialisers of kind '" + initializer.kind()
                            + "'; use one of org.lstm4j.nn.init");
        };
    }

    /// @throws IllegalArgumentException when the kind is unknown, or a member is missing, unknown or impossible
    static Initializer read(JsonValue json) {
        JsonObject initializer = json.asObject();
        String kind = initializer.require("kind").asText();
        return switch (kind) {
            case Constant.KIND -> new Constant(only(initializer, "value").require("value").asFloat());
            case Identity.KIND -> new Identity(only(initializer, "gain").require("gain").asFloat());
            case Orthogonal.KIND -> new Orthogonal(only(initializer, "gain").require("gain").asDouble());
            case RandomUniform.KIND -> randomUniform(only(initializer, "minimum", "maximum"));
            case RandomNormal.KIND -> randomNormal(only(initializer, "mean", "standard_deviation"));
            case TruncatedNormal.KIND -> truncatedNormal(only(initializer, "mean", "standard_deviation"));
            case VarianceScaling.KIND -> varianceScaling(only(initializer, "scale", "mode", "distribution"));
            default -> throw new IllegalArgumentException(
                    "this version does not know initialisers of kind " + Quoted.of(kind));
        };
    }

    private static JsonObject only(JsonObject initializer, String... members) {
        String[] known = Arrays.copyOf(members, members.length + 1);
        known[members.length] = "kind";
        return Members.only("initialiser", initializer, known);
    }

    private static RandomUniform randomUniform(JsonObject json) {
        return new RandomUniform(json.require("minimum").asDouble(), json.require("maximum").asDouble());
    }

    private static RandomNormal randomNormal(JsonObject json) {
        return new RandomNormal(json.require("mean").asDouble(), json.require("standard_deviation").asDouble());
    }

    private static TruncatedNormal truncatedNormal(JsonObject json) {
        return new TruncatedNormal(json.require("mean").asDouble(), json.require("standard_deviation").asDouble());
    }

    private static VarianceScaling varianceScaling(JsonObject json) {
        return new VarianceScaling(json.require("scale").asDouble(),
                Members.named(json.require("mode"), VarianceScaling.Mode.values(), VarianceScaling.Mode::label),
                Members.named(json.require("distribution"), VarianceScaling.Distribution.values(),
                        VarianceScaling.Distribution::label));
    }
}
