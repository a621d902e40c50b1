package org.lstm4j.model;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LayerNormalizationSpec;

/// Members of layers that have weights and are not recurrent. What came later than the first files is written only where it is not
/// as it was then, so that those files stay the same.
final class WeightedLayerJson {

    private WeightedLayerJson() {}

    static void put(JsonValue.ObjectBuilder json, DenseSpec dense) {
        json.put("units", dense.units())
                .put("activation", dense.activation().label())
                .put("initialization", PresetJson.write(dense.initialization()));
        if (!dense.useBias()) {
            json.put("use_bias", false);
        }
        InitializerJson.put(json, "weight_initializer", dense.weightInitializer());
        InitializerJson.put(json, "bias_initializer", dense.biasInitializer());
        WeightRulesJson.put(json, dense.weightRules());
    }

    static DenseSpec dense(JsonObject layer) {
        Members.only(DenseSpec.KIND, layer, WeightRulesJson.with("kind", "units", "activation", "initialization",
                "use_bias", "weight_initializer", "bias_initializer"));
        JsonValue bias = layer.get("use_bias");
        return new DenseSpec(layer.require("units").asInt(),
                Members.named(layer.require("activation"), Activation.values(), Activation::label),
                PresetJson.read(layer.require("initialization")),
                bias == null || bias.asBoolean(),
                InitializerJson.optional(layer, "weight_initializer"),
                InitializerJson.optional(layer, "bias_initializer"),
                WeightRulesJson.read(layer));
    }

    static void put(JsonValue.ObjectBuilder json, EmbeddingSpec embedding) {
        json.put("vocabulary", embedding.vocabulary())
                .put("units", embedding.units())
                .put("initializer", InitializerJson.write(embedding.initializer()));
        WeightRulesJson.put(json, embedding.weightRules());
    }

    static EmbeddingSpec embedding(JsonObject layer) {
        Members.only(EmbeddingSpec.KIND, layer,
                WeightRulesJson.with("kind", "vocabulary", "units", "initializer"));
        return new EmbeddingSpec(layer.require("vocabulary").asInt(), layer.require("units").asInt(),
                InitializerJson.read(layer.require("initializer")), WeightRulesJson.read(layer));
    }

    static void put(JsonValue.ObjectBuilder json, LayerNormalizationSpec normalization) {
        json.put("epsilon", normalization.epsilon());
    }

    static LayerNormalizationSpec layerNormalization(JsonObject layer) {
        Members.only(LayerNormalizationSpec.KIND, layer, "kind", "epsilon");
        return new LayerNormalizationSpec(layer.require("epsilon").asFloat());
    }
}
