package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.ForeignLayer;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.interop.onnx.Value.Flow;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.nn.DenseSpec;

/// Products with a matrix, and the bias after them.
final class DenseNodes {

    private DenseNodes() {}

    static Value matMul(NodeReading node) {
        StoredTensor matrix = node.constant(1, "the matrix");
        return product(node, node.features(0), matrix, false);
    }

    static Value gemm(NodeReading node) {
        boolean plain = node.number("alpha", 1f) == 1f && node.number("beta", 1f) == 1f && node.whole("transA", 0) == 0;
        boolean turned = node.whole("transB", 0) != 0;
        if (!plain) {
            throw node.refuse("it scales or turns what comes in", "alpha 1, beta 1, transA 0", "something else",
                    "put the factor into the weights");
        }
        Flow dense = product(node, node.features(0), node.constant(1, "the matrix"), turned);
        if (!node.has(2)) {
            return dense;
        }
        Flow biased = withBias(dense, node.constant(2, "the bias"));
        if (biased == null) {
            throw node.refuse("its bias has not one number for each output", "",
                    node.constant(2, "the bias").shape().toString(), "export the model again");
        }
        return biased;
    }

    private static Flow product(NodeReading node, Flow flow, StoredTensor matrix, boolean turned) {
        if (matrix.shape().size() != 2) {
            throw node.refuse("it multiplies by something else than a matrix", "[features, outputs]",
                    matrix.shape().toString(), "leave it out of the model");
        }
        int units = Math.toIntExact(matrix.shape().get(turned ? 0 : 1));
        ForeignWeight weight = turned ? ForeignWeight.of(matrix) : ForeignWeight.transposed(matrix);
        List<List<Atom>> axes = new ArrayList<>(flow.axes());
        axes.set(axes.size() - 1, List.of(Atom.features(units)));
        return flow.withAxes(axes).with(
                new ForeignLayer(node.layerName(), new DenseSpec(units).withoutBias(), Map.of("weight", weight)));
    }

    /// The data with a bias added in the dense layer it comes from; null when there is none that could take it.
    static @Nullable Flow withBias(Flow flow, StoredTensor bias) {
        ForeignLayer last = flow.pending() == null ? flow.chain().last() : null;
        boolean lastAxis = !bias.shape().isEmpty() && bias.shape().getLast() == bias.elements();
        if (last == null || !lastAxis || !(last.spec() instanceof DenseSpec dense) || dense.useBias()
                || bias.elements() != dense.units() || !isFeatures(flow)) {
            return null;
        }
        Map<String, ForeignWeight> weights = new LinkedHashMap<>(last.weights());
        weights.put("bias", new ForeignWeight(bias.name(), List.of(bias.elements()), bias::read));
        ForeignLayer biased = new ForeignLayer(last.name(), new DenseSpec(dense.units()), weights);
        return new Flow(flow.chain().withLast(biased), null, flow.axes(), flow.reversed());
    }

    /// Whether the last axis counts features alone.
    static boolean isFeatures(Flow flow) {
        List<Atom> last = flow.axes().isEmpty() ? List.of() : flow.axes().getLast();
        return last.size() == 1 && last.getFirst().is(Atom.Role.FEATURES);
    }
}
