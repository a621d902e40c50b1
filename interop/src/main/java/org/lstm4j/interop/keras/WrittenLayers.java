package org.lstm4j.interop.keras;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.ObjectBuilder;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.Embedding;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerNormalization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.TimeDistributed;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.tensor.Axis;

/// Layers as Keras describes them.
final class WrittenLayers {

    private WrittenLayers() {}

    /// @param masked whether some steps of what goes in may not count
    /// @param lastOnly whether what follows reads the last step alone
    /// @throws IllegalArgumentException when Keras has no such layer; the message goes on after the layer's name
    static WrittenLayer of(Layer layer, boolean masked, boolean lastOnly) {
        return switch (layer) {
            case RecurrentLayer recurrent -> new WrittenRecurrent(masked, lastOnly).layer(recurrent);
            case Bidirectional both -> new WrittenRecurrent(masked, false).both(both);
            case Dense dense -> dense(dense);
            case Embedding embedding -> new WrittenLayer("Embedding",
                    JsonValue.object().put("input_dim", embedding.spec().vocabulary())
                            .put("output_dim", embedding.spec().units()).put("mask_zero", false).build(),
                    WrittenWeights.of(WrittenArray.of(embedding.table())));
            case LayerNormalization normalization -> new WrittenLayer("LayerNormalization",
                    JsonValue.object().put("axis", -1).put("epsilon", normalization.spec().epsilon())
                            .put("center", true).put("scale", true).build(),
                    WrittenWeights.of(WrittenArray.of(normalization.gamma()),
                            WrittenArray.of(normalization.beta())));
            case TimeDistributed steps -> timeDistributed(steps);
            default -> weightless(layer.spec(), masked);
        };
    }

    private static WrittenLayer dense(Dense dense) {
        WrittenWeights weights = WrittenWeights.of(WrittenArray.transposed(dense.weights()),
                WrittenArray.of(dense.bias()));
        return new WrittenLayer("Dense", JsonValue.object().put("units", dense.spec().units())
                .put("activation", dense.spec().activation().label()).put("use_bias", dense.spec().useBias()).build(),
                weights.withBias(dense.spec().useBias()));
    }

    private static WrittenLayer timeDistributed(TimeDistributed steps) {
        WrittenLayer inner = of(steps.inner(), false, false);
        return new WrittenLayer("TimeDistributed",
                JsonValue.object().put("layer", inner.json("inner_" + TreeWeights.snakeCase(inner.className())))
                        .build(),
                inner.weights().within("layer"));
    }

    private static WrittenLayer weightless(LayerSpec spec, boolean masked) {
        ObjectBuilder config = JsonValue.object();
        return switch (spec) {
            case ActivationSpec(var activation) -> WrittenLayer.of("Activation",
                    config.put("activation", activation.label()));
            case SoftmaxSpec(boolean logarithm) -> WrittenLayer.of("Activation",
                    config.put("activation", logarithm ? "log_softmax" : "softmax"));
            case DropoutSpec(float rate) -> WrittenLayer.of("Dropout", config.put("rate", rate));
            case SpatialDropoutSpec(float rate) -> WrittenLayer.of("SpatialDropout1D", config.put("rate", rate));
            case GaussianNoiseSpec(float deviation) ->
                WrittenLayer.of("GaussianNoise", config.put("stddev", deviation));
            case ActivityRegularizationSpec(double l1, double l2) -> WrittenLayer.of("ActivityRegularization",
                    config.put("l1", l1).put("l2", l2));
            case MaskingSpec(float value) -> WrittenLayer.of("Masking", config.put("mask_value", value));
            case RepeatVectorSpec(int steps) -> WrittenLayer.of("RepeatVector", config.put("n", steps));
            case FlattenSpec() -> WrittenLayer.of("Flatten", unmasked(config, masked));
            case ReshapeSpec(var shape) -> WrittenLayer.of("Reshape", unmasked(config, masked).put("target_shape",
                    new JsonArray(
                            shape.axes().stream().map(Axis::size).map(size -> JsonValue.of((long) size)).toList())));
            case GlobalPoolingSpec(Pooling pooling) -> switch (pooling) {
                case AVERAGE -> WrittenLayer.of("GlobalAveragePooling1D", config);
                case MAXIMUM -> WrittenLayer.of("GlobalMaxPooling1D", unmasked(config, masked));
            };
            default -> throw new IllegalArgumentException("is of the kind " + spec.kind() + ", which Keras has not");
        };
    }

    /// Keras takes padding for data in some layers.
    private static ObjectBuilder unmasked(ObjectBuilder config, boolean masked) {
        if (masked) {
            throw new IllegalArgumentException("gets masked steps, which Keras takes for data here");
        }
        return config;
    }
}
