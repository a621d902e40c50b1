package org.lstm4j.interop.onnx;

import java.util.List;
import org.lstm4j.nn.window.WindowMap;
import org.lstm4j.nn.window.WindowMapSpec;
import org.lstm4j.tensor.Shape;

/// Writes linear forecasts: one product of all targets, [horizon, lookback] · [batch, lookback, targets].
final class WindowMapExport {

    private WindowMapExport() {}

    static Data write(GraphBuilder graph, WindowMap layer, Data data, Shape sample) {
        WindowMapSpec spec = layer.spec();
        String past = graph.slice(data.batchFirst(graph).name(), 1, 0, spec.lookback());
        String targets = spec.targets() < data.sample().last() ? graph.slice(past, 2, 0, spec.targets()) : past;
        String weights = graph.numbers("weight", layer.weights().value(), spec.horizon(), spec.lookback());
        String told = graph.node("MatMul", List.of(weights, targets));
        return new Data(graph.reshape(among(graph, spec, told), 0, sample.last()), sample, false);
    }

    /// With zeros for the other outputs of a step: [batch, horizon · targets, outputs].
    private static String among(GraphBuilder graph, WindowMapSpec spec, String told) {
        if (spec.outputs() == 1) {
            return told;
        }
        String single = graph.reshape(told, 0, (long) spec.horizon() * spec.targets(), 1);
        String zeros = graph.wholes("zeros", 0, 0, spec.place(), 0, 0, spec.outputs() - 1L - spec.place());
        return graph.node("Pad", List.of(single, zeros));
    }
}
