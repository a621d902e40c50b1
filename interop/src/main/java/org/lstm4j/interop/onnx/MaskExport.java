package org.lstm4j.interop.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.tensor.Shape;

/// Writes layers that find out which steps count, and those that take one value of all steps that do. Masks are [steps, batch, 1].
final class MaskExport {

    private final GraphBuilder graph;

    MaskExport(GraphBuilder graph) {
        this.graph = graph;
    }

    /// @throws org.lstm4j.ConfigurationException when there is a mask, which the layer would not heed as it does in lstm4j
    static void requireNone(Layer layer, Data data) {
        if (data.mask() != null) {
            throw LayerExport.refusal(layer,
                    "a layer before it finds steps that do not count, which is written only as far"
                            + " as recurrent layers, layers over each step, and a last step or pooling");
        }
    }

    /// Those steps count of which any feature differs from the value, and that counted before.
    Data write(MaskingSpec spec, Data data) {
        Data steps = data.stepsFirst(graph);
        String same = graph.node("Equal", List.of(steps.name(), graph.numbers("value", new float[]{spec.value()})));
        String differs = graph.node("Cast", List.of(graph.node("Not", List.of(same))),
                Map.of("to", new Whole(ElementTypes.FLOAT)));
        String any = graph.node("Cast", List.of(reduced("ReduceMax", differs, -1, true)),
                Map.of("to", new Whole(ElementTypes.BOOL)));
        String before = steps.mask();
        return steps.withMask(before == null ? any : graph.node("And", List.of(before, any)));
    }

    /// Of the last step that counts; 0 where none does.
    Data lastStep(Data data, Shape sample) {
        Data steps = data.stepsFirst(graph);
        String count = graph.node("Gather",
                List.of(graph.node("Shape", List.of(steps.name())), graph.whole("steps", 0)));
        String one = graph.whole("one", 1);
        String numbers = graph.node("Range", List.of(one, graph.node("Add", List.of(count, one)), one));
        String places = graph.node("Cast", List.of(graph.reshape(numbers, -1, 1, 1)),
                Map.of("to", new Whole(ElementTypes.FLOAT)));
        String counting = graph.node("Mul", List.of(places, counts(steps)));
        String last = graph.node("Equal", List.of(counting, reduced("ReduceMax", counting, 0, true)));
        String chosen = graph.node("And", List.of(last, mask(steps)));
        return new Data(summed(graph.node("Where", List.of(chosen, steps.name(), zero()))), sample, false);
    }

    /// Over the steps that count; 0 where none does.
    Data pooled(Pooling pooling, Data data, Shape sample) {
        Data steps = data.stepsFirst(graph);
        String count = summed(counts(steps)); // [batch, 1]
        String result = switch (pooling) {
            case AVERAGE -> graph.node("Div", List.of(
                    summed(graph.node("Where", List.of(mask(steps), steps.name(), zero()))),
                    graph.node("Max", List.of(count, graph.numbers("one", new float[]{1f})))));
            case MAXIMUM -> graph.node("Where", List.of(
                    graph.node("Cast", List.of(count), Map.of("to", new Whole(ElementTypes.BOOL))),
                    reduced("ReduceMax", graph.node("Where", List.of(mask(steps), steps.name(),
                            graph.numbers("least", new float[]{-Float.MAX_VALUE}))), 0, false),
                    zero()));
        };
        return new Data(result, sample, false);
    }

    private static String mask(Data data) {
        return Objects.requireNonNull(data.mask());
    }

    private String counts(Data data) {
        return graph.node("Cast", List.of(mask(data)), Map.of("to", new Whole(ElementTypes.FLOAT)));
    }

    private String zero() {
        return graph.numbers("zero", new float[]{0f});
    }

    private String summed(String value) {
        return graph.node("ReduceSum", List.of(value, graph.wholes("axes", 0)),
                Map.of("keepdims", new Whole(0)));
    }

    private String reduced(String operator, String value, long axis, boolean keep) {
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("axes", NodeMessage.wholes(axis));
        attributes.put("keepdims", new Whole(keep ? 1 : 0));
        return graph.node(operator, List.of(value), attributes);
    }
}
