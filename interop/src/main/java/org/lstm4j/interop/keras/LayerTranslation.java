package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.nn.TimeDistributedSpec;

/// Chooses how a layer is translated, by the name of its class.
final class LayerTranslation {

    private LayerTranslation() {}

    /// @throws IllegalArgumentException when it is of no known kind, or has a setting that ours cannot have; the message names both
    static Translated translate(KerasLayer layer, Sample in, LayerWeights weights) {
        return switch (layer.className()) {
            case "LSTM", "GRU", "SimpleRNN", "RNN" -> RecurrentTranslation.of(layer).translate(in, weights);
            case "Bidirectional" -> BidirectionalTranslation.translate(layer, in, weights);
            case "Dense" -> DenseTranslation.dense(layer, in, weights);
            case "Embedding" -> DenseTranslation.embedding(layer, in, weights);
            case "LayerNormalization" -> NormalizationTranslation.layer(layer, in, weights);
            case "Normalization" -> new ScaleTranslation(layer, in).fitted(weights);
            case "BatchNormalization" -> new ScaleTranslation(layer, in).batch(weights);
            case "Rescaling" -> new ScaleTranslation(layer, in).rescaling();
            case "TimeDistributed" -> timeDistributed(layer, in, weights);
            case "Lambda" ->
                throw new IllegalArgumentException(layer.title() + " is code of its own, which is never run;"
                        + " write it as layers that Keras knows");
            default -> new WeightlessTranslation(layer, in).translate();
        };
    }

    private static Translated timeDistributed(KerasLayer layer, Sample in, LayerWeights weights) {
        KerasSettings settings = layer.settings();
        KerasLayer inner = layer.inner(settings.object("layer"));
        settings.requireAllTaken();
        if (in.rank() < 2) {
            throw new IllegalArgumentException(layer.title() + " takes sequences, but would get " + in.sizes());
        }
        Translated step = translate(inner, in.step(), weights.within("layer"));
        if (step.sample().masked()) {
            throw new IllegalArgumentException(layer.title() + " masks steps within steps, which is not read");
        }
        List<ForeignLayer> layers = new ArrayList<>();
        for (ForeignLayer part : step.layers()) {
            Map<String, ForeignWeight> moved = new LinkedHashMap<>();
            part.weights().forEach((name, weight) -> moved.put("0." + name, weight));
            layers.add(new ForeignLayer(layer.name(), new TimeDistributedSpec(part.spec()), moved));
        }
        return new Translated(layers, in.withSteps(step.sample()));
    }
}
