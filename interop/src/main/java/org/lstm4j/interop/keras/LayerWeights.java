package org.lstm4j.interop.keras;

import java.util.List;
import org.lstm4j.interop.tensor.StoredTensor;

/// The weights of one layer. Each is taken once.
interface LayerWeights {

    /// The weights of a part of the layer, in Keras' order.
    ///
    /// @param part names of attributes that lead there, as `forward_layer/cell`; empty for the layer itself
    /// @param count how many it must have
    /// @throws IllegalArgumentException when it has fewer or more
    List<StoredTensor> take(String part, int count);

    /// The same for what is within a part.
    default LayerWeights within(String part) {
        return (inner, count) -> take(inner.isEmpty() ? part : part + "/" + inner, count);
    }
}
