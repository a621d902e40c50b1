package org.lstm4j.interop.onnx;

import java.util.List;
import org.lstm4j.interop.network.WeightArrays;
import org.lstm4j.nn.Dense;
import org.lstm4j.nn.Parameter;

/// Writes dense layers, activation(x·Wᵀ + b) along the innermost axis.
final class DenseExport {

    private DenseExport() {}

    /// @return the name of the result
    static String write(GraphBuilder graph, Dense dense, String x) {
        float[] turned = new float[dense.weights().value().length];
        WeightArrays.transpose(dense.weights().value(), dense.spec().units(), turned);
        String matrix = graph.numbers("weight", turned, dense.weights().shape().last(), dense.spec().units());
        String product = graph.node("MatMul", List.of(x, matrix));
        String sum = dense.spec().useBias()
                ? graph.node("Add", List.of(product, vector(graph, "bias", dense.bias())))
                : product;
        return ActivationExport.write(graph, dense.spec().activation(), sum);
    }

    /// Adds a parameter as one axis.
    static String vector(GraphBuilder graph, String name, Parameter parameter) {
        return graph.numbers(name, parameter.value(), parameter.value().length);
    }
}
