package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import org.lstm4j.interop.network.InnermostAxis;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.TimeDistributed;
import org.lstm4j.tensor.Shape;

/// Writes what runs on every step by itself: nodes over the innermost axis as they are, others on batch · steps samples.
final class StepExport {

    private final GraphBuilder graph;
    private final LayerExport layers;

    StepExport(GraphBuilder graph, LayerExport layers) {
        this.graph = graph;
        this.layers = layers;
    }

    Data write(TimeDistributed each, Data data, Shape sample) {
        Shape step = withoutFirst(data.sample());
        if (InnermostAxis.isWorkedOnBy(each.inner().spec())) {
            return data.then(layers.write(each.inner(), new Data(data.name(), step, false)).name(), sample);
        }
        String x = data.batchFirst(graph).name();
        String batchAndSteps = graph.slice(graph.node("Shape", List.of(x)), 0, 0, 2);
        String apart = graph.reshape(x, sizes(-1, step));
        String told = layers.write(each.inner(), new Data(apart, step, false)).batchFirst(graph).name();
        graph.within(each.name());
        String shape = graph.node("Concat", List.of(batchAndSteps, graph.wholes("sizes", sizes(withoutFirst(sample)))),
                Map.of("axis", new Whole(0)));
        return new Data(graph.node("Reshape", List.of(told, shape)), sample, false, data.mask());
    }

    private static Shape withoutFirst(Shape shape) {
        return new Shape(shape.axes().subList(1, shape.rank()));
    }

    private static long[] sizes(long first, Shape shape) {
        long[] own = sizes(shape);
        long[] all = new long[own.length + 1];
        all[0] = first;
        System.arraycopy(own, 0, all, 1, own.length);
        return all;
    }

    private static long[] sizes(Shape shape) {
        return shape.axes().stream().mapToLong(axis -> axis.size()).toArray();
    }
}
