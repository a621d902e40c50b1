package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.network.WeightArrays;
import org.lstm4j.interop.onnx.OnnxAttribute.Real;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.EmbeddedColumns;
import org.lstm4j.nn.Embedding;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerNormalization;
import org.lstm4j.nn.LayerNormalizationSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.Residual;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.nn.TimeDistributed;
import org.lstm4j.nn.TimeDistributedSpec;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Writes layers as nodes.
final class LayerExport {

    private static final List<String> WORK_ON_INNERMOST_AXIS = List.of(DenseSpec.KIND, LayerNormalizationSpec.KIND,
            TimeDistributedSpec.KIND, DropoutSpec.KIND, SpatialDropoutSpec.KIND, GaussianNoiseSpec.KIND,
            ActivityRegularizationSpec.KIND, ActivationSpec.KIND, SoftmaxSpec.KIND);

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
            case Dense dense -> data.then(dense(dense, data.name()), sample);
            case LayerNormalization normalization -> data.then(normalize(normalization, data.name()), sample);
            case Embedding embedding -> embed(embedding, data, sample);
            case EmbeddedColumns columns -> embed(columns, data, sample);
            case TimeDistributed each -> eachStep(each, data, sample);
            case Residual residual -> around(residual, data, sample);
            case Layer _ -> weightless(layer, layer.spec(), data, sample);
        };
    }

    private Data weightless(Layer layer, LayerSpec spec, Data data, Shape sample) {
        return switch (spec) {
            case DropoutSpec _,SpatialDropoutSpec _,GaussianNoiseSpec _,ActivityRegularizationSpec _ -> data;
            case ActivationSpec activation -> data.then(
                    ActivationExport.write(graph, activation.activation(), data.name()), sample);
            case SoftmaxSpec softmax -> data.then(graph.node(softmax.logarithm() ? "LogSoftmax" : "Softmax",
                    List.of(data.name()), Map.of("axis", new Whole(-1))), sample);
            case FlattenSpec _ -> new Data(graph.node("Flatten", List.of(data.batchFirst(graph).name()),
                    Map.of("axis", new Whole(1))), sample, false);
            case ReshapeSpec _ -> reshape(data, sample);
            case RepeatVectorSpec repeat -> repeat(repeat, data, sample);
            case LastStepSpec _ -> new Data(graph.node("Gather", List.of(data.name(), graph.whole("last", -1)),
                    Map.of("axis", new Whole(data.stepsAxis()))), sample, false);
            case GlobalPoolingSpec pooling -> pool(pooling, data, sample);
            case LayerSpec _ -> throw refusal(layer, "ONNX has no operator for it, or none that runs everywhere");
        };
    }

    static ConfigurationException refusal(Layer layer, String why) {
        return new ConfigurationException(
                new Problem("layer \"" + layer.name() + "\" cannot be written as ONNX: " + why,
                        "", "", "leave it out, or use the model in lstm4j"));
    }

    private String dense(Dense dense, String x) {
        float[] turned = new float[dense.weights().value().length];
        WeightArrays.transpose(dense.weights().value(), dense.spec().units(), turned);
        String matrix = graph.numbers("weight", turned, dense.weights().shape().last(), dense.spec().units());
        String product = graph.node("MatMul", List.of(x, matrix));
        String sum = dense.spec().useBias()
                ? graph.node("Add", List.of(product, vector("bias", dense.bias())))
                : product;
        return ActivationExport.write(graph, dense.spec().activation(), sum);
    }

    private String normalize(LayerNormalization layer, String x) {
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("axis", new Whole(-1));
        attributes.put("epsilon", new Real(layer.spec().epsilon()));
        return graph.node("LayerNormalization",
                List.of(x, vector("weight", layer.gamma()), vector("bias", layer.beta())), attributes);
    }

    private String vector(String name, Parameter parameter) {
        return graph.numbers(name, parameter.value(), parameter.value().length);
    }

    private Data embed(Embedding layer, Data data, Shape sample) {
        String indices = data.sample().rank() == 1
                ? data.name()
                : graph.node("Squeeze", List.of(data.name(), graph.wholes("axes", 2)));
        return data.then(rows(layer.table(), indices), sample);
    }

    private String rows(Parameter table, String indices) {
        String whole = graph.node("Cast", List.of(indices), Map.of("to", new Whole(ElementTypes.INT64)));
        String weight = graph.numbers("weight", table.value(), table.shape().size(0), table.shape().last());
        return graph.node("Gather", List.of(weight, whole), Map.of("axis", new Whole(0)));
    }

    /// Numbers first, then the rows of the tables that the last columns name.
    private Data embed(EmbeddedColumns layer, Data data, Shape sample) {
        int categories = layer.parameters().size();
        int numbers = data.sample().last() - categories;
        List<String> parts = new ArrayList<>();
        if (numbers > 0) {
            parts.add(columns(data, 0, numbers));
        }
        for (int category = 0; category < categories; category++) {
            String column = columns(data, numbers + category, numbers + category + 1);
            String indices = graph.node("Squeeze", List.of(column, graph.wholes("axes", -1)));
            parts.add(rows(layer.parameters().get(category), indices));
        }
        return data.then(graph.node("Concat", parts, Map.of("axis", new Whole(-1))), sample);
    }

    private String columns(Data data, int from, int to) {
        return graph.node("Slice", List.of(data.name(), graph.wholes("from", from), graph.wholes("to", to),
                graph.wholes("axes", -1)));
    }

    /// Nodes over the innermost axis work on every step as they are.
    private Data eachStep(TimeDistributed each, Data data, Shape sample) {
        if (!WORK_ON_INNERMOST_AXIS.contains(each.inner().spec().kind())) {
            throw refusal(each, "it runs a " + each.inner().spec().kind() + " on every step");
        }
        Shape step = new Shape(data.sample().axes().subList(1, data.sample().rank()));
        return data.then(write(each.inner(), new Data(data.name(), step, false)).name(), sample);
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
            way = dense(projection, way);
        }
        return new Data(graph.node("Add", List.of(way, end.name())), sample, false);
    }

    private Data reshape(Data data, Shape sample) {
        long[] sizes = new long[sample.rank() + 1];
        for (int axis = 1; axis < sizes.length; axis++) {
            sizes[axis] = sample.size(axis - 1);
        }
        String shape = graph.wholes("shape", sizes); // 0 keeps the batch
        return new Data(graph.node("Reshape", List.of(data.batchFirst(graph).name(), shape)), sample, false);
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
