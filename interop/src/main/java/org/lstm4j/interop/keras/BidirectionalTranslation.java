package org.lstm4j.interop.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.recurrent.BidirectionalSpec;
import org.lstm4j.nn.recurrent.MergeMode;

/// Two recurrent layers over the same sequences.
final class BidirectionalTranslation {

    private BidirectionalTranslation() {}

    /// @throws IllegalArgumentException when it has a setting that ours cannot have
    static Translated translate(KerasLayer layer, Sample in, LayerWeights weights) {
        KerasSettings settings = layer.settings();
        MergeMode merge = merge(settings);
        RecurrentTranslation forward = RecurrentTranslation.of(layer.inner(settings.object("layer")));
        JsonValue other = settings.take("backward_layer");
        settings.requireAllTaken();
        RecurrentTranslation backward = backward(layer, forward, other);
        if (forward.backwards()) {
            throw new IllegalArgumentException(
                    layer.title() + " has a layer that goes backwards as its first; it can be"
                            + " read with the forward one first");
        }
        BidirectionalSpec spec = new BidirectionalSpec(forward.spec(), backward.spec(), merge);
        Map<String, ForeignWeight> all = new LinkedHashMap<>(forward.weights(weights, "forward_layer/cell", ""));
        all.putAll(backward.weights(weights, "backward_layer/cell", "_reverse"));
        return new Translated(List.of(new ForeignLayer(layer.name(), spec, all)), forward.out(in, spec.outputs()));
    }

    /// The other direction: a layer of its own, or the same again.
    private static RecurrentTranslation backward(KerasLayer layer, RecurrentTranslation forward,
            @Nullable JsonValue other) {
        if (other == null) {
            return forward;
        }
        RecurrentTranslation backward = RecurrentTranslation.of(layer.inner(other));
        if (!backward.backwards()) {
            throw new IllegalArgumentException(layer.title() + " has a backward layer that goes forwards");
        }
        return backward;
    }

    private static MergeMode merge(KerasSettings settings) {
        JsonValue mode = settings.take("merge_mode");
        return switch (mode == null ? "null" : mode.asText()) {
            case "concat" -> MergeMode.CONCATENATE;
            case "sum" -> MergeMode.SUM;
            case "mul" -> MergeMode.PRODUCT;
            case "ave" -> MergeMode.AVERAGE;
            default -> throw settings.unsupported("merge_mode", mode == null ? JsonValue.JsonNull.NULL : mode,
                    "concat, sum, mul or ave");
        };
    }
}
