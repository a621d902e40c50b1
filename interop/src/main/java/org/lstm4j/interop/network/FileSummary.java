package org.lstm4j.interop.network;

import java.util.List;
import java.util.Map;
import org.lstm4j.interop.tensor.StoredTensor;

/// What is in a foreign file, without anything being made of it.
///
/// @param facts in words, by name: `producer`, `layers`
/// @param tensors all that the file has
public record FileSummary(Map<String, String> facts, List<StoredTensor> tensors) {

    public FileSummary {
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
        tensors = List.copyOf(tensors);
    }
}
