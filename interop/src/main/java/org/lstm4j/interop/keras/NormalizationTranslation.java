package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.LayerNormalizationSpec;

/// LayerNormalization, which brings the numbers of each step to one scale.
final class NormalizationTranslation {

    private static final int MOST_FILLED = 1 << 16;

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
}
