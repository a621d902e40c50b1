package org.lstm4j.model;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.DilatedSpec;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;
import org.lstm4j.nn.segment.SegmentLstmSpec;
import org.lstm4j.nn.window.WindowMapSpec;

/// The settings of a layer as JSON: its kind, then its own members. The one list of kinds that files know, closed on purpose; each
/// family of layers has a class that knows their members.
final class LayerJson {

    private static final List<String> KINDS = List.of(LstmSpec.KIND, GruSpec.KIND,
            SimpleRnnSpec.KIND, BidirectionalSpec.KIND, DilatedSpec.KIND, MaskingSpec.KIND, DenseSpec.KIND,
            ActivationSpec.KIND,
            SoftmaxSpec.KIND, EmbeddingSpec.KIND, EmbeddedColumnsSpec.KIND, LayerNormalizationSpec.KIND,
            DropoutSpec.KIND,
            SpatialDropoutSpec.KIND, GaussianNoiseSpec.KIND, ActivityRegularizationSpec.KIND, FlattenSpec.KIND,
            ReshapeSpec.KIND, RepeatVectorSpec.KIND,
            LastStepSpec.KIND, GlobalPoolingSpec.KIND, TimeDistributedSpec.KIND, ResidualSpec.KIND,
            GraphSpec.KIND, SegmentLstmSpec.KIND, WindowMapSpec.KIND);

    private LayerJson() {}

    static JsonArray writeAll(List<LayerSpec> layers) {
        List<JsonValue> written = layers.stream().map(LayerJson::write).toList();
        return new JsonArray(written);
    }

    static List<LayerSpec> readAll(JsonValue json) {
        List<JsonValue> layers = json.asList();
        LayerSpec[] specs = new LayerSpec[layers.size()];
        Arrays.setAll(specs, place -> read(place, layers.get(place)));
        return List.of(specs);
    }

    /// @throws IllegalArgumentException when files do not know the kind
    static JsonValue write(LayerSpec layer) {
        JsonValue.ObjectBuilder json = JsonValue.object().put("kind", layer.kind());
        switch (layer) {
            case LstmSpec lstm -> RecurrentLayerJson.put(json, lstm);
            case GruSpec gru -> RecurrentLayerJson.put(json, gru);
            case SimpleRnnSpec rnn -> RecurrentLayerJson.put(json, rnn);
            case BidirectionalSpec both -> NestedLayerJson.put(json, both);
            case DilatedSpec dilated -> NestedLayerJson.put(json, dilated);
            case MaskingSpec masking -> WeightlessLayerJson.put(json, masking);
            case DenseSpec dense -> WeightedLayerJson.put(json, dense);
            case EmbeddingSpec embedding -> WeightedLayerJson.put(json, embedding);
            case EmbeddedColumnsSpec embedded -> NestedLayerJson.put(json, embedded);
            case LayerNormalizationSpec normalization -> WeightedLayerJson.put(json, normalization);
            case ActivationSpec activation -> WeightlessLayerJson.put(json, activation);
            case SoftmaxSpec softmax -> WeightlessLayerJson.put(json, softmax);
            case DropoutSpec dropout -> WeightlessLayerJson.put(json, dropout);
            case SpatialDropoutSpec dropout -> WeightlessLayerJson.put(json, dropout);
            case GaussianNoiseSpec noise -> WeightlessLayerJson.put(json, noise);
            case ActivityRegularizationSpec activity -> WeightlessLayerJson.put(json, activity);
            case FlattenSpec _,LastStepSpec _ -> {
            } // their kind says it all
            case ReshapeSpec reshape -> WeightlessLayerJson.put(json, reshape);
            case RepeatVectorSpec repeat -> WeightlessLayerJson.put(json, repeat);
            case GlobalPoolingSpec pooling -> WeightlessLayerJson.put(json, pooling);
            case TimeDistributedSpec distributed -> NestedLayerJson.put(json, distributed);
            case ResidualSpec residual -> NestedLayerJson.put(json, residual);
            case GraphSpec graph -> GraphJson.put(json, graph);
            case SegmentLstmSpec segment -> SegmentLstmJson.put(json, segment);
            case WindowMapSpec map -> WindowMapJson.put(json, map);
            default -> throw new IllegalArgumentException(
                    "model files do not know layers of kind '" + layer.kind() + "'; they know " + KINDS);
        }
        return json.build();
    }

    private static LayerSpec read(int place, JsonValue json) {
        try {
            return read(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("layer " + place + ": " + e.getMessage(), e);
        }
    }

    /// @throws IllegalArgumentException when the kind is unknown, or a member is missing, unknown or impossible
    static LayerSpec read(JsonValue json) {
        JsonObject layer = json.asObject();
        String kind = layer.require("kind").asText();
        return switch (kind) {
            case LstmSpec.KIND -> RecurrentLayerJson.lstm(layer);
            case GruSpec.KIND -> RecurrentLayerJson.gru(layer);
            case SimpleRnnSpec.KIND -> RecurrentLayerJson.simpleRnn(layer);
            case BidirectionalSpec.KIND -> NestedLayerJson.bidirectional(layer);
            case DilatedSpec.KIND -> NestedLayerJson.dilated(layer);
            case MaskingSpec.KIND -> WeightlessLayerJson.masking(layer);
            case DenseSpec.KIND -> WeightedLayerJson.dense(layer);
            case EmbeddingSpec.KIND -> WeightedLayerJson.embedding(layer);
            case EmbeddedColumnsSpec.KIND -> NestedLayerJson.embeddedColumns(layer);
            case LayerNormalizationSpec.KIND -> WeightedLayerJson.layerNormalization(layer);
            case ActivationSpec.KIND -> WeightlessLayerJson.activation(layer);
            case SoftmaxSpec.KIND -> WeightlessLayerJson.softmax(layer);
            case DropoutSpec.KIND -> WeightlessLayerJson.dropout(layer);
            case SpatialDropoutSpec.KIND -> WeightlessLayerJson.spatialDropout(layer);
            case GaussianNoiseSpec.KIND -> WeightlessLayerJson.gaussianNoise(layer);
            case ActivityRegularizationSpec.KIND -> WeightlessLayerJson.activityRegularization(layer);
            case FlattenSpec.KIND -> WeightlessLayerJson.flatten(layer);
            case LastStepSpec.KIND -> WeightlessLayerJson.lastStep(layer);
            case ReshapeSpec.KIND -> WeightlessLayerJson.reshape(layer);
            case RepeatVectorSpec.KIND -> WeightlessLayerJson.repeatVector(layer);
            case GlobalPoolingSpec.KIND -> WeightlessLayerJson.globalPooling(layer);
            case TimeDistributedSpec.KIND -> NestedLayerJson.timeDistributed(layer);
            case ResidualSpec.KIND -> NestedLayerJson.residual(layer);
            case GraphSpec.KIND -> GraphJson.graph(layer);
            case SegmentLstmSpec.KIND -> SegmentLstmJson.read(layer);
            case WindowMapSpec.KIND -> WindowMapJson.read(layer);
            default -> throw new IllegalArgumentException(
                    "this version does not know layers of kind " + Quoted.of(kind) + "; it knows " + KINDS);
        };
    }
}
