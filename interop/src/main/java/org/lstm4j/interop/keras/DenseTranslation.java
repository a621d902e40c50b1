package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonNull;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.SoftmaxSpec;

/// Layers of one table of weights: dense ones and embeddings.
final class DenseTranslation {

    private DenseTranslation() {}

    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    static Translated dense(KerasLayer layer, Sample in, LayerWeights weights) {
        KerasSettings settings = layer.settings();
        requireWhole(settings);
        int units = settings.count("units");
        boolean bias = settings.flag("use_bias", true);
        String activation = settings.activationName("activation", "linear");
        settings.requireAllTaken();
        boolean ofAll = isSoftmax(activation);
        DenseSpec spec = new DenseSpec(units)
                .withActivation(ofAll ? Activation.LINEAR : settings.named("activation", activation));
        List<StoredTensor> tensors = weights.take("", bias ? 2 : 1);
        Map<String, ForeignWeight> byName = new LinkedHashMap<>();
        byName.put("weight", ForeignWeight.transposed(tensors.get(0)));
        if (bias) {
            byName.put("bias", ForeignWeight.of(tensors.get(1)));
        }
        List<ForeignLayer> layers = new ArrayList<>();
        layers.add(new ForeignLayer(layer.name(), bias ? spec : spec.withoutBias(), byName));
        if (ofAll) {
            layers.add(ForeignLayer.of(layer.name(), softmax(activation)));
        }
        return new Translated(layers, in.withLast(units));
    }

    private static void requireWhole(KerasSettings settings) {
        settings.require("quantization_config", JsonNull.NULL);
        settings.require("lora_rank", JsonNull.NULL);
        settings.require("lora_alpha", JsonNull.NULL);
    }

    /// Whether an activation looks at all numbers of a step, and so is a layer of its own here.
    static boolean isSoftmax(String activation) {
        return activation.equals("softmax") || activation.equals("log_softmax");
    }

    static LayerSpec softmax(String activation) {
        return new SoftmaxSpec(activation.equals("log_softmax"));
    }

    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    static Translated embedding(KerasLayer layer, Sample in, LayerWeights weights) {
        KerasSettings settings = layer.settings();
        requireWhole(settings);
        settings.require("mask_zero", JsonValue.of(false));
        settings.require("sparse", JsonValue.of(false));
        int vocabulary = settings.count("input_dim");
        int units = settings.count("output_dim");
        settings.requireAllTaken();
        if (in.rank() != 1) {
            throw new IllegalArgumentException(
                    layer.title() + " takes one whole number a step, samples [steps], but would"
                            + " get " + in.sizes());
        }
        Map<String, ForeignWeight> table = Map.of("weight", ForeignWeight.of(weights.take("", 1).getFirst()));
        return new Translated(List.of(new ForeignLayer(layer.name(), new EmbeddingSpec(vocabulary, units), table)),
                Sample.of(in.last(), units));
    }
}
