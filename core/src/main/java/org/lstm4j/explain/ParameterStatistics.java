package org.lstm4j.explain;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;

/// What the weights of a parameter are, as a whole or for one gate of a recurrent layer: so one sees that the bias of the forget
/// gate is 1.
///
/// @param parameter its name in the model file
/// @param shape of the parameter as a whole
/// @param gate whose rows; empty for the parameter as a whole
/// @param values its weights
public record ParameterStatistics(String parameter, Shape shape, String gate, ArrayStatistics values) {

    /// Each parameter of a network in order, and after one with gates each of those.
    public static List<ParameterStatistics> of(Sequential network) {
        return ParameterPart.of(network).stream()
                .map(part -> new ParameterStatistics(part.parameter().name(), part.parameter().shape(), part.gate(),
                        ArrayStatistics.of(part.parameter().value(), part.from(), part.to())))
                .toList();
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("parameter", parameter)
                .put("shape", shape.toString())
                .put("gate", gate)
                .put("values", values.toJson())
                .build();
    }
}
