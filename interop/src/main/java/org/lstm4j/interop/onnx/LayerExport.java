package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.ConfigurationException;
import org.lstm4j.interop.network.ExportRefusal;
import org.lstm4j.interop.onnx.OnnxAttribute.Real;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.EmbeddedColumns;
import org.lstm4j.nn.Embedding;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerNormalization;
import org.lstm4j.nn.Residual;
import org.lstm4j.nn.TimeDistributed;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.Dilated;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.segment.SegmentLstm;
import org.lstm4j.nn.window.WindowMap;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Writes layers as nodes.
final class LayerExport {

    private final GraphBuilder graph;
    private final RecurrentExport recurrent;

    LayerExport(GraphBuilder graph, RecurrentExport recurrent) {
        this.graph = graph;
        this.recurrent = recurrent;
    }

    /// @throws ConfigurationException when ONNX cannot say the layer
    Data write(Layer layer, Data data) {
        graph.within(layer.name());
        Shape sample = layer.outputShape(data.sample());
        return switch (layer) {
            case RecurrentLayer one -> recurrent.write(one, data, sample);
            case Bidirectional both -> recurrent.write(both, data, sample);
            case Dense dense -> data.then(DenseExport.write(graph, dense, data.name()), sample);
            case LayerNormalization normalization -> data.then(normalize(normalization, data.name()), sample);
            case Embedding embedding -> EmbeddingExport.write(graph, embedding, data, sample);
            case EmbeddedColumns columns -> EmbeddingExport.write(graph, columns, data, sample);
            case Dilated dilated -> {
                recurrent.requireNoStates(dilated);
                yield new DilatedExport(graph, recurrent, dilated).write(data, sample);
            }
            case WindowMap map -> {
                MaskExport.requireNone(map, data);
                yield WindowMapExport.write(graph, map, data, sample);
            }
            case SegmentLstm segments -> {
                MaskExport.requireNone(segments, data);
                recurrent.requireNoStates(segments);
                yield new SegmentExport(graph, segments).write(data, sample);
            }
            case TimeDistributed each -> {
                recurrent.requireNoStates(each);
                yield new StepExport(graph, this).write(each, data, sample);
            }
            case Graph nodes -> {
                recurrent.requireNoStates(nodes);
                yield new GraphExport(graph, this, nodes).write(data, sample);
            }
            case Residual residual -> around(residual, data, sample);
            case Layer _ -> new WeightlessExport(graph).write(layer, data, sample);
        };
    }

    static ConfigurationException refusal(Layer layer, String why) {
        return ExportRefusal.of("ONNX", layer.name(), why);
    }

    private String normalize(LayerNormalization layer, String x) {
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("axis", new Whole(-1));
        attributes.put("epsilon", new Real(layer.spec().epsilon()));
        return graph.node("LayerNormalization", List.of(x, DenseExport.vector(graph, "weight", layer.gamma()),
                DenseExport.vector(graph, "bias", layer.beta())), attributes);
    }

    private Data around(Residual residual, Data data, Shape sample) {
        Data start = data.sample().rank() > 1 ? data.batchFirst(graph) : data;
        Data row = start;
        for (Layer inner : residual.layers()) {
            row = write(inner, row);
        }
        graph.within(residual.name());
        Data end = row.batchFirst(graph);
        String way = start.name();
        if (residual.spec().projects() && residual.parts().getLast() instanceof Dense projection) {
            way = DenseExport.write(graph, projection, way);
        }
        return new Data(graph.node("Add", List.of(way, end.name())), sample, false,
                sample.rank() > 1 ? data.mask() : null);
    }

    /// Sizes of a value as a graph declares them.
    ///
    /// @param open what the first axis of the sample is called if it may have any size; else empty
    static List<Object> sizes(Shape sample, String open) {
        List<Object> sizes = new ArrayList<>();
        sizes.add("batch");
        for (int axis = 0; axis < sample.rank(); axis++) {
            Axis own = sample.axes().get(axis);
            boolean named = axis == 0 && !open.isEmpty();
            sizes.add(named ? open : (Object) (long) own.size());
        }
        return sizes;
    }
}
