package org.lstm4j.interop.onnx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.LayerNormalizationSpec;

/// Layer normalisation: the operator of set 17, or what a formula before it was recognised as, whose gain and shift follow one by one.
final class NormalizationNodes {

    private static final String NO_GAIN = "gain 1";
    private static final String NO_SHIFT = "shift 0";

    private NormalizationNodes() {}

    static Value layerNormalization(NodeReading node) {
        Flow flow = node.features(0);
        int axis = node.axis(node.whole("axis", -1), flow.rank());
        float epsilon = node.number("epsilon", 1e-5f);
        if (axis != flow.rank() - 1 || node.whole("stash_type", 1) != 1) {
            throw node.refuse("it normalises over more than the features", "axis −1", Integer.toString(axis),
                    "leave it out of the model");
        }
        Flow normalized = withGain(normalized(node, flow, epsilon), node.constant(1, "the gain"));
        Flow shifted = normalized != null && node.has(2)
                ? withShift(normalized, node.constant(2, "the shift"))
                : normalized;
        if (shifted == null) {
            throw node.refuse("gain or shift have not one number for each feature", "", "", "export the model again");
        }
        return shifted;
    }

    /// After a normalisation that neither stretches nor shifts.
    static Flow normalized(NodeReading node, Flow flow, float epsilon) {
        long features = flow.axes().getLast().getFirst().size().factor();
        Map<String, ForeignWeight> weights = new LinkedHashMap<>();
        weights.put("weight", new ForeignWeight(NO_GAIN, List.of(features), target -> Arrays.fill(target, 1f)));
        weights.put("bias", new ForeignWeight(NO_SHIFT, List.of(features), _ -> {}));
        return flow.with(new ForeignLayer(node.layerName(), new LayerNormalizationSpec(epsilon), weights));
    }

    /// The data with a gain put into the normalisation it comes from; null when there is none that could take it.
    static @Nullable Flow withGain(Flow flow, StoredTensor gain) {
        boolean stillPlain = isPlain(flow, "weight", NO_GAIN) && isPlain(flow, "bias", NO_SHIFT);
        return stillPlain ? withWeight(flow, "weight", gain) : null;
    }

    /// The data with a shift put into the normalisation it comes from; null when there is none that could take it.
    static @Nullable Flow withShift(Flow flow, StoredTensor shift) {
        return isPlain(flow, "bias", NO_SHIFT) ? withWeight(flow, "bias", shift) : null;
    }

    private static boolean isPlain(Flow flow, String weight, String origin) {
        ForeignLayer last = flow.pending() == null ? flow.chain().last() : null;
        ForeignWeight now = last != null && last.spec() instanceof LayerNormalizationSpec
                ? last.weights().get(weight)
                : null;
        return now != null && now.origin().equals(origin) && DenseNodes.isFeatures(flow);
    }

    private static @Nullable Flow withWeight(Flow flow, String name, StoredTensor numbers) {
        ForeignLayer last = flow.chain().last();
        boolean fits = !numbers.shape().isEmpty() && numbers.shape().getLast() == numbers.elements()
                && flow.axes().getLast().getFirst().size().is(numbers.elements());
        if (last == null || !fits) {
            return null;
        }
        Map<String, ForeignWeight> weights = new LinkedHashMap<>(last.weights());
        weights.put(name, new ForeignWeight(numbers.name(), List.of(numbers.elements()), numbers::read));
        ForeignLayer weighted = new ForeignLayer(last.name(), last.spec(), weights);
        return new Flow(flow.chain().withLast(weighted), null, flow.axes(), flow.reversed());
    }
}
