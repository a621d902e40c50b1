package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.graph.GraphNode;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.GraphNode.MergeNode;
import org.lstm4j.nn.graph.Parts.Part;
import org.lstm4j.tensor.Shape;

/// Writes graphs of layers. Several inputs are cut out of the array in which they stand end to end, and several outputs are joined so.
final class GraphExport {

    private final GraphBuilder graph;
    private final LayerExport layers;
    private final Graph layer;
    /// Of inputs and nodes, by name.
    private final Map<String, Data> flows = new LinkedHashMap<>();

    GraphExport(GraphBuilder graph, LayerExport layers, Graph layer) {
        this.graph = graph;
        this.layers = layers;
        this.layer = layer;
    }

    Data write(Data data, Shape sample) {
        takeApart(data.batchFirst(graph));
        Map<String, Shape> shapes = layer.shapes(data.sample());
        for (GraphNode node : layer.spec().nodes()) {
            flows.put(node.name(), switch (node) {
                case LayerNode one -> layers.write(layer.layer(one.name()), flow(one.input()));
                case MergeNode merge ->
                    new Data(merged(merge), Objects.requireNonNull(shapes.get(merge.name())), false);
            });
        }
        graph.within(layer.name());
        List<String> outputs = layer.spec().outputs();
        return outputs.size() == 1 ? flow(outputs.getFirst()) : endToEnd(outputs, sample);
    }

    private Data flow(String name) {
        return Objects.requireNonNull(flows.get(name));
    }

    private void takeApart(Data data) {
        List<Part> parts = layer.spec().inputs().fitted(data.sample()).parts();
        if (parts.size() > 1) {
            MaskExport.requireNone(layer, data);
        }
        if (parts.size() == 1) {
            flows.put(parts.getFirst().name(), data);
            return;
        }
        long from = 0;
        for (Part part : parts) {
            graph.within(layer.name() + " " + part.name());
            long to = from + part.shape().elements();
            String piece = graph.slice(data.name(), 1, from, to);
            flows.put(part.name(), new Data(shaped(piece, part.shape()), part.shape(), false));
            from = to;
        }
    }

    private String shaped(String piece, Shape sample) {
        if (sample.rank() == 1) {
            return piece;
        }
        long[] sizes = new long[sample.rank() + 1]; // 0 keeps the batch
        for (int axis = 0; axis < sample.rank(); axis++) {
            sizes[axis + 1] = sample.size(axis);
        }
        return graph.reshape(piece, sizes);
    }

    private String merged(MergeNode node) {
        node.reads().forEach(name -> MaskExport.requireNone(layer, flow(name)));
        graph.within(layer.name() + " " + node.name());
        return MergeExport.write(graph, node.merge(),
                node.reads().stream().map(name -> flow(name).batchFirst(graph).name()).toList());
    }

    private Data endToEnd(List<String> outputs, Shape sample) {
        List<String> flat = new ArrayList<>();
        for (String output : outputs) {
            Data data = flow(output);
            MaskExport.requireNone(layer, data);
            flat.add(data.sample().rank() == 1 ? data.name() : WeightlessExport.flat(graph, data));
        }
        return new Data(graph.node("Concat", flat, Map.of("axis", new Whole(1))), sample, false);
    }
}
