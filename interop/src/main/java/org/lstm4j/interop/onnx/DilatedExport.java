package org.lstm4j.interop.onnx;

import java.util.List;
import java.util.Map;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.recurrent.Dilated;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.tensor.Shape;

/// Writes dilated layers: phases, the steps that are a dilation apart, as sequences of a larger batch, [steps / dilation, dilation · batch].
///
/// Zeros fill up the steps to whole multiples of the dilation, where the walk ends; what is said of them is cut off.
final class DilatedExport {

    private final GraphBuilder graph;
    private final RecurrentExport recurrent;
    private final Dilated layer;
    private final RecurrentLayer inner;
    private final boolean backwards;
    private final int dilation;

    DilatedExport(GraphBuilder graph, RecurrentExport recurrent, Dilated layer) {
        this.graph = graph;
        this.recurrent = recurrent;
        this.layer = layer;
        inner = layer.inner();
        backwards = inner.spec().sequence().goBackwards();
        dilation = layer.spec().dilation();
    }

    Data write(Data data, Shape sample) {
        MaskExport.requireNone(layer, data);
        String x = data.stepsFirst(graph).name();
        return inner.spec().returnSequences()
                ? new Data(everyStep(x, data.sample().last()), sample, true)
                : new Data(lastStep(x), sample, false);
    }

    /// That of the one phase in which the walk ends. Taken from its end backwards, or from its beginning, it is gone through in reverse.
    private String lastStep(String x) {
        String from = graph.wholes("from", backwards ? 0 : -1);
        String to = graph.wholes("to", backwards ? Long.MAX_VALUE : Long.MIN_VALUE + 1);
        String phase = graph.node("Slice", List.of(x, from, to, graph.wholes("axes", 0),
                graph.wholes("step", backwards ? dilation : -dilation)));
        return graph.squeeze(recurrent.direction(inner, phase, null, true).get(1), 0);
    }

    private String everyStep(String x, int features) {
        String shape = graph.node("Shape", List.of(x));
        String steps = graph.slice(shape, 0, 0, 1);
        String batch = graph.slice(shape, 0, 1, 2);
        String dilated = graph.wholes("dilation", dilation);
        // in a walk from the end the phases may begin anywhere, and so be filled up before the first step
        String missing = graph.node("Mod", List.of(graph.node("Neg", List.of(steps)), dilated));
        String none = graph.wholes("none", 0, 0);
        String fill = joined(backwards
                ? List.of(missing, none, graph.wholes("none", 0, 0, 0))
                : List.of(graph.wholes("none", 0, 0, 0), missing, none));
        String filled = graph.node("Pad", List.of(x, fill));
        String apart = graph.node("Reshape", List.of(filled,
                joined(List.of(graph.wholes("rest", -1), dilated, batch, graph.wholes("features", features)))));
        String rows = graph.reshape(apart, 0, -1, features);
        String every = graph.squeeze(recurrent.direction(inner, rows, null, backwards).getFirst(), 1);
        String inOrder = graph.node("Reshape", List.of(every,
                joined(List.of(graph.wholes("rest", -1), batch, graph.wholes("outputs", inner.spec().outputs())))));
        if (!backwards) {
            return cut(inOrder, graph.wholes("from", 0), steps);
        }
        return recurrent.turnedRound(cut(inOrder, missing, graph.wholes("to", Long.MAX_VALUE)));
    }

    private String cut(String value, String from, String to) {
        return graph.node("Slice", List.of(value, from, to, graph.wholes("axes", 0)));
    }

    private String joined(List<String> sizes) {
        return graph.node("Concat", sizes, Map.of("axis", new Whole(0)));
    }
}
