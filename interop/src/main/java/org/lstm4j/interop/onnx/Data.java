package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.tensor.Shape;

/// What flows in a graph that is being written.
///
/// @param name of the value
/// @param sample shape of one sample
/// @param stepsFirst whether steps stand before samples, as recurrent nodes want them; only of samples with steps
/// @param mask which steps count, a value [steps, batch, 1] of truth values; null for all
record Data(String name, Shape sample, boolean stepsFirst, @Nullable String mask) {

    /// All steps count.
    Data(String name, Shape sample, boolean stepsFirst) {
        this(name, sample, stepsFirst, null);
    }

    /// With samples before steps.
    Data batchFirst(GraphBuilder graph) {
        return stepsFirst ? new Data(turned(graph), sample, false, mask) : this;
    }

    /// With steps before samples.
    Data stepsFirst(GraphBuilder graph) {
        return stepsFirst ? this : new Data(turned(graph), sample, true, mask);
    }

    /// The same axes in the same order, after a node that works on each step alone.
    Data then(String result, Shape resultSample) {
        return new Data(result, resultSample, stepsFirst, mask);
    }

    Data withMask(@Nullable String other) {
        return new Data(name, sample, stepsFirst, other);
    }

    /// Which axis of the value has the steps.
    int stepsAxis() {
        return stepsFirst ? 0 : 1;
    }

    private String turned(GraphBuilder graph) {
        long[] order = new long[sample.rank() + 1];
        for (int axis = 0; axis < order.length; axis++) {
            order[axis] = axis < 2 ? 1 - axis : axis;
        }
        return graph.node("Transpose", List.of(name), Map.of("perm", NodeMessage.wholes(order)));
    }
}
