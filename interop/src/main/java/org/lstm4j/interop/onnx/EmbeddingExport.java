package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.EmbeddedColumns;
import org.lstm4j.nn.Embedding;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;

/// Writes tables of vectors.
final class EmbeddingExport {

    private EmbeddingExport() {}

    static Data write(GraphBuilder graph, Embedding layer, Data data, Shape sample) {
        String indices = data.sample().rank() == 1 ? data.name() : graph.squeeze(data.name(), 2);
        return data.then(rows(graph, layer.table(), indices), sample);
    }

    /// Numbers first, then the rows of the tables that the last columns name.
    static Data write(GraphBuilder graph, EmbeddedColumns layer, Data data, Shape sample) {
        int categories = layer.parameters().size();
        int numbers = data.sample().last() - categories;
        List<String> parts = new ArrayList<>();
        if (numbers > 0) {
            parts.add(graph.slice(data.name(), -1, 0, numbers));
        }
        for (int category = 0; category < categories; category++) {
            String column = graph.slice(data.name(), -1, numbers + category, numbers + category + 1);
            parts.add(rows(graph, layer.parameters().get(category), graph.squeeze(column, -1)));
        }
        return data.then(graph.node("Concat", parts, Map.of("axis", new Whole(-1))), sample);
    }

    /// The rows of a table that whole numbers in float32 name: one axis more.
    static String rows(GraphBuilder graph, Parameter table, String indices) {
        String whole = graph.node("Cast", List.of(indices), Map.of("to", new Whole(ElementTypes.INT64)));
        String weight = graph.numbers("weight", table.value(), table.shape().size(0), table.shape().last());
        return graph.node("Gather", List.of(weight, whole), Map.of("axis", new Whole(0)));
    }
}
