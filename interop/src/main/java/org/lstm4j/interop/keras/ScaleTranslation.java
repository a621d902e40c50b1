package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.FeatureScale;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;

/// Layers that give each feature a scale of its own, always the same.
///
/// @param layer of Keras
/// @param in what goes in
record ScaleTranslation(KerasLayer layer, Sample in) {

    /// What Keras divides by at least.
    private static final float LEAST = 1e-7f;

    /// @throws IllegalArgumentException when there are too many features
    ScaleTranslation {
        if (in.last() > FeatureScale.MOST_FEATURES) {
            throw new IllegalArgumentException(layer.title() + " scales " + in.last() + " features, but at most "
                    + FeatureScale.MOST_FEATURES + " are read");
        }
    }

    /// Normalization, (x − mean) / √variance.
    ///
    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    Translated fitted(LayerWeights weights) {
        KerasSettings settings = layer.settings();
        settings.require("invert", JsonValue.of(false));
        JsonValue mean = settings.take("mean");
        JsonValue variance = settings.take("variance");
        boolean ofAll = mean != null && !(mean instanceof JsonArray);
        if (ofAll) {
            settings.require("axis", new JsonArray(List.of()));
        } else {
            settings.requireInnermost("axis", in.rank());
        }
        settings.requireAllTaken();
        List<StoredTensor> adapted = mean == null || variance == null ? weights.take("", 3) : List.of();
        float[] means = adapted.isEmpty() ? numbers("mean", mean, ofAll) : floats(adapted.get(0));
        float[] variances = adapted.isEmpty() ? numbers("variance", variance, ofAll) : floats(adapted.get(1));
        return translated(means, feature -> 1f / Math.max((float) Math.sqrt(variances[feature]), LEAST), _ -> 0f);
    }

    /// BatchNormalization as it is after training, (x − mean) / √(variance + ε) · γ + β.
    ///
    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    Translated batch(LayerWeights weights) {
        KerasSettings settings = layer.settings();
        settings.requireInnermost("axis", in.rank());
        settings.require("renorm", JsonValue.of(false));
        settings.require("virtual_batch_size", JsonValue.JsonNull.NULL);
        settings.require("adjustment", JsonValue.JsonNull.NULL);
        boolean scale = settings.flag("scale", true);
        boolean center = settings.flag("center", true);
        float epsilon = settings.number("epsilon", 1e-3f);
        settings.requireAllTaken();
        List<StoredTensor> tensors = weights.take("", 2 + (scale ? 1 : 0) + (center ? 1 : 0));
        float[] gamma = scale ? floats(tensors.getFirst()) : new float[0];
        float[] beta = center ? floats(tensors.get(scale ? 1 : 0)) : new float[0];
        float[] means = floats(tensors.get(tensors.size() - 2));
        float[] variances = floats(tensors.getLast());
        return translated(means,
                feature -> (scale ? gamma[feature] : 1f) / (float) Math.sqrt(variances[feature] + epsilon),
                feature -> center ? beta[feature] : 0f);
    }

    /// Rescaling, x · scale + offset.
    ///
    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    Translated rescaling() {
        KerasSettings settings = layer.settings();
        float[] scale = numbers("scale", settings.take("scale"), true);
        JsonValue said = settings.take("offset");
        float[] offset = said == null ? new float[in.last()] : numbers("offset", said, true);
        settings.requireAllTaken();
        return new Translated(List.of(FeatureScale.layer(layer.name(), in.last(), feature -> scale[feature],
                feature -> offset[feature])), in);
    }

    private Translated translated(float[] means, FeatureScale.OfFeature scale, FeatureScale.OfFeature offset) {
        return new Translated(FeatureScale.layers(layer.name(), in.last(), feature -> -means[feature], scale, offset),
                in);
    }

    private float[] floats(StoredTensor tensor) {
        requireOneEach("'" + tensor.name() + "'", tensor.elements());
        return tensor.floats();
    }

    private void requireOneEach(String what, long numbers) {
        if (numbers != in.last()) {
            throw new IllegalArgumentException(layer.title() + ": " + what + " has " + numbers + " numbers, but there"
                    + " are " + in.last() + " features");
        }
    }

    /// Numbers in any brackets, one for each feature.
    ///
    /// @param orOne whether one number may stand for all
    private float[] numbers(String name, @Nullable JsonValue json, boolean orOne) {
        List<Float> numbers = new ArrayList<>();
        if (json != null) {
            collect(json, numbers);
        }
        boolean one = orOne && numbers.size() == 1;
        requireOneEach("'" + name + "'", one ? in.last() : numbers.size());
        float[] array = new float[in.last()];
        for (int feature = 0; feature < array.length; feature++) {
            array[feature] = numbers.get(one ? 0 : feature);
        }
        return array;
    }

    private static void collect(JsonValue json, List<Float> numbers) {
        if (json instanceof JsonArray(List<JsonValue> items)) {
            items.forEach(item -> collect(item, numbers));
        } else {
            numbers.add(json.asFloat());
        }
    }
}
