package org.lstm4j.interop.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.interop.network.ForeignWeight;
import org.lstm4j.nn.recurrent.RecurrentSpec;

/// One direction of a recurrent node.
///
/// @param spec what its cell is; what it says of sequences does not count
/// @param weights by the names of our layer
/// @param backwards whether it begins at the last step, in the order that our data has
record RecurrentPart(RecurrentSpec spec, Map<String, ForeignWeight> weights, boolean backwards) {

    RecurrentPart {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
}
