package org.lstm4j.interop.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ValueInfoProto: an input or output of the graph.
///
/// @param elementType number of the type of its elements; 0 for unsaid
/// @param sizes outermost first: a number, or below 0 for one that is left open; null where not even their number is said
record OnnxValue(String name, int elementType, @Nullable List<Long> sizes) {

    /// In place of a size that is left open.
    static final long OPEN = -1;

    OnnxValue {
        sizes = sizes == null ? null : List.copyOf(sizes);
    }

    @Override
    public String toString() {
        return name + " " + ElementTypes.name(elementType) + " "
                + (sizes == null ? "of any shape" : sizes.toString().replace("-1", "?"));
    }
}
