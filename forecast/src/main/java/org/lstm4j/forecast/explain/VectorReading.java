package org.lstm4j.forecast.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddedColumns;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.graph.GraphBuilder;
import org.lstm4j.nn.graph.GraphNode.LayerNode;
import org.lstm4j.nn.graph.GraphNode.MergeNode;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.segment.SegmentLstm;
import org.lstm4j.tensor.Shape;

/// Makes a network that reads categories into one that reads their vectors, layer by layer.
///
/// | layer | gives way to |
/// |---|---|
/// | [EmbeddedColumns] | a dense layer that hands through the numbers and the vectors of its own network, with weights of 0 and 1 |
/// | [SegmentLstm] with categories | one without, see [SegmentVectors] |
/// | [Graph] | a graph of such layers |
/// | any other | itself, with the same weights |
///
/// For one network: it counts the layers that look up vectors.
final class VectorReading {

    private final VectorChannels channels;
    private final Shape input;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    /// how many layers with vectors came so far
    private int network;

    /// @param rows of a sample
    VectorReading(VectorChannels channels, int rows) {
        this.channels = channels;
        input = Shape.sequence(rows, channels.count());
    }

    Sequential of(Sequential whole) {
        Sequential.Builder builder = Sequential.input(input);
        for (int place = 0; place < whole.layers().size(); place++) {
            builder.add(reading(whole.layers().get(place), Integer.toString(place)));
        }
        return builder.restore(0, (name, shape) -> {
            Parameter parameter = parameters.get(name);
            if (parameter == null || !parameter.shape().sameSizes(shape)) {
                throw new IllegalStateException("there are no weights for " + name + " " + shape);
            }
            return parameter;
        });
    }

    private LayerSpec reading(Layer layer, String place) {
        if (layer instanceof Graph graph) {
            return graph(graph, place);
        }
        if (layer instanceof EmbeddedColumns) {
            return selection(place);
        }
        if (layer instanceof SegmentLstm segments && VectorNetwork.readsCategories(layer)) {
            SegmentVectors vectors = new SegmentVectors(segments, channels, network++);
            vectors.parameters(place).forEach(this::keep);
            return vectors.spec();
        }
        layer.parameters().forEach(this::keep);
        return layer.spec();
    }

    private GraphSpec graph(Graph graph, String place) {
        GraphBuilder builder = GraphSpec.builder();
        for (String name : graph.spec().inputs().names()) {
            builder.input(name, input);
        }
        graph.spec().nodes().forEach(node -> {
            switch (node) {
                case LayerNode(String name, LayerSpec _, String reads) -> builder.layer(name,
                        reading(graph.layer(name), place + "." + name), reads);
                case MergeNode merge -> builder.merge(merge.name(), merge.merge(),
                        merge.reads().toArray(new String[0]));
            }
        });
        return builder.outputs(graph.spec().outputs().toArray(new String[0])).build();
    }

    /// The numbers, then the vectors of this network.
    private DenseSpec selection(String place) {
        int units = channels.numbers() + channels.units(network);
        int vectors = channels.first(network);
        Parameter weights = new Parameter(place + ".weight", Shape.sequence(units, channels.count()));
        for (int unit = 0; unit < units; unit++) {
            int channel = unit < channels.numbers() ? unit : vectors + unit - channels.numbers();
            weights.value()[unit * channels.count() + channel] = 1f;
        }
        keep(weights);
        network++;
        return new DenseSpec(units).withoutBias();
    }

    private void keep(Parameter parameter) {
        parameters.put(parameter.name(), parameter);
    }
}
