package org.lstm4j.interop.onnx;

import java.util.LinkedHashMap;
import java.util.Map;

/// What goes into the graph of a forecaster: the names of values, by the names of inputs that [ForecasterSignature] has.
///
/// @param values those that there are
record ForecastInputs(Map<String, String> values) {

    ForecastInputs {
        values = Map.copyOf(values);
    }

    /// Declares the inputs of a graph.
    static ForecastInputs declare(GraphBuilder graph, ForecasterSignature signature) {
        Map<String, String> values = new LinkedHashMap<>();
        signature.inputs().forEach(
                entry -> values.put(entry.name(), graph.input(entry.name(), entry.type(), entry.sizes())));
        return new ForecastInputs(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the model has no input '" + name + "'; there are " + values.keySet());
        }
        return value;
    }

    /// With another value for an input.
    ForecastInputs with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new ForecastInputs(changed);
    }
}
