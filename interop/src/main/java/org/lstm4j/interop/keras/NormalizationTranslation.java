package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.LayerNormalizationSpec;

/// Layers that bring numbers to one scale.
final class NormalizationTranslation {

    /// Each feature takes a row of a square table here.
    private static final int MOST_FEATURES = 1024;
    private static final int MOST_FILLED = 1 << 16;
    /// What Keras divides by at least.
    private static final float LEAST = 1e-7f;

    private NormalizationTranslation() {}

    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    static Translated layer(KerasLayer layer, Sample in, LayerWeights weights) {
        KerasSettings settings = layer.settings();
        settings.requireInnermost("axis", in.rank());
        settings.require("rms_scaling", JsonValue.of(false));
        boolean scale = settings.flag("scale", true);
        boolean center = settings.flag("center", true);
        float epsilon = settings.number("epsilon", 1e-3f);
        settings.requireAllTaken();
        int count = (scale ? 1 : 0) + (center ? 1 : 0);
        List<StoredTensor> tensors = count == 0 ? List.of() : weights.take("", count);
        Map<String, ForeignWeight> byName = new LinkedHashMap<>();
        byName.put("weight", scale ? ForeignWeight.of(tensors.getFirst()) : filled("ones", in.last(), 1f));
        byName.put("bias", center ? ForeignWeight.of(tensors.getLast()) : filled("zeros", in.last(), 0f));
        return new Translated(List.of(new ForeignLayer(layer.name(), new LayerNormalizationSpec(epsilon), byName)), in);
    }

    /// Of a layer without such weights, whose size no bytes of the file vouch for.
    private static ForeignWeight filled(String origin, int count, float value) {
        if (count > MOST_FILLED) {
            throw new IllegalArgumentException(
                    "a LayerNormalization of " + count + " features without scale or center is too"
                            + " large; at most " + MOST_FILLED + " are read");
        }
        return new ForeignWeight(origin, List.of((long) count), target -> java.util.Arrays.fill(target, value));
    }

    /// (x − mean) / √variance as two dense layers, x + (−mean) and then the product with 1/√variance: one layer with the bias −mean/√variance
    /// would lose what x and mean have in common, which is most of it for prices or years.
    ///
    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    static Translated features(KerasLayer layer, Sample in, LayerWeights weights) {
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
        int features = in.last();
        if (features > MOST_FEATURES) {
            throw new IllegalArgumentException(layer.title() + " normalizes " + features + " features, but at most "
                    + MOST_FEATURES + " are read");
        }
        List<StoredTensor> adapted = mean == null || variance == null ? weights.take("", 3) : List.of();
        float[] means = adapted.isEmpty() ? numbers(mean, ofAll ? features : 0) : floats(adapted.get(0), features);
        float[] variances = adapted.isEmpty()
                ? numbers(variance, ofAll ? features : 0)
                : floats(adapted.get(1), features);
        if (means.length != features || variances.length != features) {
            throw new IllegalArgumentException(layer.title() + " has " + means.length + " means and " + variances.length
                    + " variances, but " + features + " features");
        }
        DenseSpec square = new DenseSpec(features);
        Map<String, ForeignWeight> shift = new LinkedHashMap<>();
        shift.put("weight", diagonal("1", features, _ -> 1f));
        shift.put("bias", new ForeignWeight("mean of '" + layer.name() + "'", List.of((long) features), target -> {
            for (int feature = 0; feature < features; feature++) {
                target[feature] = -means[feature];
            }
        }));
        Map<String, ForeignWeight> scale = Map.of("weight", diagonal("variance of '" + layer.name() + "'", features,
                feature -> 1f / Math.max((float) Math.sqrt(variances[feature]), LEAST)));
        return new Translated(List.of(new ForeignLayer(layer.name(), square, shift),
                new ForeignLayer(layer.name(), square.withoutBias(), scale)), in);
    }

    private static float[] floats(StoredTensor tensor, int features) {
        return tensor.elements() == features ? tensor.floats() : new float[0];
    }

    /// Numbers in any brackets; or one, so many times.
    private static float[] numbers(@Nullable JsonValue json, int times) {
        List<Float> numbers = new ArrayList<>();
        if (json != null) {
            collect(json, numbers);
        }
        float[] array = new float[times > 0 && numbers.size() == 1 ? times : numbers.size()];
        for (int index = 0; index < array.length; index++) {
            array[index] = numbers.get(Math.min(index, numbers.size() - 1));
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

    private static ForeignWeight diagonal(String origin, int size, OfFeature value) {
        return new ForeignWeight(origin, List.of((long) size, (long) size), target -> {
            for (int feature = 0; feature < size; feature++) {
                target[feature * size + feature] = value.of(feature);
            }
        });
    }

    /// A number for each feature.
    private interface OfFeature {
        float of(int feature);
    }
}
