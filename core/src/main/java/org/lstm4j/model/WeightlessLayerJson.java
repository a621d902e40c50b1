package org.lstm4j.model;

import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;

/// Members of layers without weights.
final class WeightlessLayerJson {

    private WeightlessLayerJson() {}

    static void put(JsonValue.ObjectBuilder json, ActivationSpec activation) {
        json.put("activation", activation.activation().label());
    }

    static ActivationSpec activation(JsonObject layer) {
        Members.only(ActivationSpec.KIND, layer, "kind", "activation");
        return new ActivationSpec(Members.named(layer.require("activation"), Activation.values(), Activation::label));
    }

    static void put(JsonValue.ObjectBuilder json, SoftmaxSpec softmax) {
        json.put("logarithm", softmax.logarithm());
    }

    static SoftmaxSpec softmax(JsonObject layer) {
        Members.only(SoftmaxSpec.KIND, layer, "kind", "logarithm");
        return new SoftmaxSpec(layer.require("logarithm").asBoolean());
    }

    static void put(JsonValue.ObjectBuilder json, DropoutSpec dropout) {
        json.put("rate", dropout.rate());
    }

    static DropoutSpec dropout(JsonObject layer) {
        Members.only(DropoutSpec.KIND, layer, "kind", "rate");
        return new DropoutSpec(layer.require("rate").asFloat());
    }

    static void put(JsonValue.ObjectBuilder json, SpatialDropoutSpec dropout) {
        json.put("rate", dropout.rate());
    }

    static SpatialDropoutSpec spatialDropout(JsonObject layer) {
        Members.only(SpatialDropoutSpec.KIND, layer, "kind", "rate");
        return new SpatialDropoutSpec(layer.require("rate").asFloat());
    }

    static void put(JsonValue.ObjectBuilder json, GaussianNoiseSpec noise) {
        json.put("standard_deviation", noise.standardDeviation());
    }

    static GaussianNoiseSpec gaussianNoise(JsonObject layer) {
        Members.only(GaussianNoiseSpec.KIND, layer, "kind", "standard_deviation");
        return new GaussianNoiseSpec(layer.require("standard_deviation").asFloat());
    }

    static void put(JsonValue.ObjectBuilder json, MaskingSpec masking) {
        json.put("value", masking.value());
    }

    static MaskingSpec masking(JsonObject layer) {
        Members.only(MaskingSpec.KIND, layer, "kind", "value");
        return new MaskingSpec(layer.require("value").asFloat());
    }

    static void put(JsonValue.ObjectBuilder json, ActivityRegularizationSpec activity) {
        json.put("l1", activity.l1()).put("l2", activity.l2());
    }

    static ActivityRegularizationSpec activityRegularization(JsonObject layer) {
        Members.only(ActivityRegularizationSpec.KIND, layer, "kind", "l1", "l2");
        return new ActivityRegularizationSpec(layer.require("l1").asDouble(), layer.require("l2").asDouble());
    }

    static FlattenSpec flatten(JsonObject layer) {
        Members.only(FlattenSpec.KIND, layer, "kind");
        return new FlattenSpec();
    }

    static LastStepSpec lastStep(JsonObject layer) {
        Members.only(LastStepSpec.KIND, layer, "kind");
        return new LastStepSpec();
    }

    static void put(JsonValue.ObjectBuilder json, ReshapeSpec reshape) {
        json.put("shape", AxesJson.write(reshape.shape()));
    }

    static ReshapeSpec reshape(JsonObject layer) {
        Members.only(ReshapeSpec.KIND, layer, "kind", "shape");
        return new ReshapeSpec(AxesJson.read("the shape", layer.require("shape")));
    }

    static void put(JsonValue.ObjectBuilder json, RepeatVectorSpec repeat) {
        json.put("steps", repeat.steps());
    }

    static RepeatVectorSpec repeatVector(JsonObject layer) {
        Members.only(RepeatVectorSpec.KIND, layer, "kind", "steps");
        return new RepeatVectorSpec(layer.require("steps").asInt());
    }

    static void put(JsonValue.ObjectBuilder json, GlobalPoolingSpec pooling) {
        json.put("pooling", pooling.pooling().label());
    }

    static GlobalPoolingSpec globalPooling(JsonObject layer) {
        Members.only(GlobalPoolingSpec.KIND, layer, "kind", "pooling");
        return new GlobalPoolingSpec(Members.named(layer.require("pooling"), Pooling.values(), Pooling::label));
    }
}
