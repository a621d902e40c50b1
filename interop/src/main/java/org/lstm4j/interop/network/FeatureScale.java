package org.lstm4j.interop.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.nn.DenseSpec;

/// Gives each feature a scale of its own, as dense layers whose matrices are 0 beside the diagonal.
public final class FeatureScale {

    /// Each feature takes a row of a square table.
    public static final int MOST_FEATURES = 1024;

    private FeatureScale() {}

    /// (x + shift) · scale + offset in two layers, the sum and then the product: one layer with the bias shift · scale would lose what x and
    /// shift have in common, which is most of it for prices or years.
    ///
    /// @param name of the foreign layer
    /// @param features at most [#MOST_FEATURES]
    public static List<ForeignLayer> layers(String name, int features, OfFeature shift, OfFeature scale,
            OfFeature offset) {
        return List.of(layer(name, features, _ -> 1f, shift), layer(name, features, scale, offset));
    }

    /// x · scale + offset.
    ///
    /// @param features at most [#MOST_FEATURES]
    public static ForeignLayer layer(String name, int features, OfFeature scale, OfFeature offset) {
        Map<String, ForeignWeight> weights = new LinkedHashMap<>();
        weights.put("weight", new ForeignWeight("scale of " + name, List.of((long) features, (long) features),
                target -> fill(target, features, features + 1, scale)));
        weights.put("bias", new ForeignWeight("offset of " + name, List.of((long) features),
                target -> fill(target, features, 1, offset)));
        return new ForeignLayer(name, new DenseSpec(features), weights);
    }

    private static void fill(float[] target, int features, int stride, OfFeature value) {
        for (int feature = 0; feature < features; feature++) {
            target[feature * stride] = value.of(feature);
        }
    }

    /// A number for each feature.
    public interface OfFeature {
        /// @param feature from 0
        float of(int feature);
    }
}
