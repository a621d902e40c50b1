package org.lstm4j.interop.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.ConfigurationException;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.tensor.Shape;

/// Writes layers without weights. What only training does is left out.
final class WeightlessExport {

    private final GraphBuilder graph;

    WeightlessExport(GraphBuilder graph) {
        this.graph = graph;
    }

    /// @throws ConfigurationException when ONNX cannot say the layer
    Data write(Layer layer, Data data, Shape sample) {
        return switch (layer.spec()) {
            case DropoutSpec _,SpatialDropoutSpec _,GaussianNoiseSpec _,ActivityRegularizationSpec _ -> data;
            case ActivationSpec activation -> data.then(
                    ActivationExport.write(graph, activation.activation(), data.name()), sample);
            case SoftmaxSpec softmax -> data.then(graph.node(softmax.logarithm() ? "LogSoftmax" : "Softmax",
                    List.of(data.name()), Map.of("axis", new Whole(-1))), sample);
            case FlattenSpec _ -> new Data(flat(graph, data), sample, false);
            case MaskingSpec masking -> new MaskExport(graph).write(masking, data);
            case ReshapeSpec _ -> {
                MaskExport.requireNone(layer, data);
                yield reshape(data, sample);
            }
            case RepeatVectorSpec repeat -> repeat(repeat, data, sample);
            case LastStepSpec _ when data.mask() != null -> new MaskExport(graph).lastStep(data, sample);
            case GlobalPoolingSpec pooling when data.mask() != null ->
                new MaskExport(graph).pooled(pooling.pooling(), data, sample);
            case LastStepSpec _ -> new Data(graph.node("Gather", List.of(data.name(), graph.whole("last", -1)),
                    Map.of("axis", new Whole(data.stepsAxis()))), sample, false);
            case GlobalPoolingSpec pooling -> pool(pooling, data, sample);
            case LayerSpec _ -> throw LayerExport.refusal(layer,
                    "ONNX has no operator for it, or none that runs everywhere");
        };
    }

    /// All numbers of a sample along one axis.
    static String flat(GraphBuilder graph, Data data) {
        return graph.node("Flatten", List.of(data.batchFirst(graph).name()), Map.of("axis", new Whole(1)));
    }

    private Data reshape(Data data, Shape sample) {
        long[] sizes = new long[sample.rank() + 1]; // 0 keeps the batch
        for (int axis = 1; axis < sizes.length; axis++) {
            sizes[axis] = sample.size(axis - 1);
        }
        return new Data(graph.reshape(data.batchFirst(graph).name(), sizes), sample, false);
    }

    private Data repeat(RepeatVectorSpec repeat, Data data, Shape sample) {
        String single = graph.node("Unsqueeze", List.of(data.name(), graph.wholes("axes", 1)));
        String shape = graph.wholes("shape", 1, repeat.steps(), 1);
        return new Data(graph.node("Expand", List.of(single, shape)), sample, false);
    }

    private Data pool(GlobalPoolingSpec pooling, Data data, Shape sample) {
        String operator = switch (pooling.pooling()) {
            case AVERAGE -> "ReduceMean";
            case MAXIMUM -> "ReduceMax";
        };
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("axes", NodeMessage.wholes(data.stepsAxis()));
        attributes.put("keepdims", new Whole(0));
        return new Data(graph.node(operator, List.of(data.name()), attributes), sample, false);
    }
}
