package org.lstm4j.interop.pytorch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.FeatureScale;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.LayerNormalizationSpec;

/// Modules that are one layer of ours, with weights that are as we have them.
final class TorchLayers {

    /// Of `nn.LayerNorm`, unless it was made with another.
    static final float EPSILON = 1e-5f;

    private TorchLayers() {}

    static ForeignLayer linear(TorchModule.Linear linear, Activation activation) {
        DenseSpec spec = new DenseSpec(linear.outputs()).withActivation(activation);
        Map<String, ForeignWeight> weights = new LinkedHashMap<>();
        weights.put("weight", ForeignWeight.of(linear.weight()));
        if (linear.bias() == null) {
            return new ForeignLayer(linear.prefix(), spec.withoutBias(), weights);
        }
        weights.put("bias", ForeignWeight.of(linear.bias()));
        return new ForeignLayer(linear.prefix(), spec, weights);
    }

    static ForeignLayer norm(TorchModule.LayerNorm norm, float epsilon) {
        return new ForeignLayer(norm.prefix(), new LayerNormalizationSpec(epsilon),
                Map.of("weight", ForeignWeight.of(norm.weight()), "bias", ForeignWeight.of(norm.bias())));
    }

    /// (x − mean) / √(variance + ε) · weight + bias.
    static List<ForeignLayer> norm(TorchModule.BatchNorm norm, float epsilon) {
        float[] mean = norm.mean().floats();
        float[] variance = norm.variance().floats();
        float[] weight = norm.weight() == null ? filled(mean.length, 1f) : norm.weight().floats();
        float[] bias = norm.bias() == null ? filled(mean.length, 0f) : norm.bias().floats();
        return FeatureScale.layers(norm.prefix(), mean.length, feature -> -mean[feature],
                feature -> (float) (weight[feature] / Math.sqrt((double) variance[feature] + epsilon)),
                feature -> bias[feature]);
    }

    private static float[] filled(int length, float value) {
        float[] filled = new float[length];
        Arrays.fill(filled, value);
        return filled;
    }

    static ForeignLayer embedding(TorchModule.Embedding embedding) {
        return new ForeignLayer(embedding.prefix(), new EmbeddingSpec(embedding.vocabulary(), embedding.outputs()),
                Map.of("weight", ForeignWeight.of(embedding.table())));
    }
}
