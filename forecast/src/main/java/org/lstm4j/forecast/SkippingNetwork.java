package org.lstm4j.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.prepare.SkipPath;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.GraphBuilder;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.window.WindowMapSpec;

/// Joins a network and the skip path beside which it was trained: one network that foretells the whole.
///
/// It is a graph in which the window goes both ways, and the ends are added up.
final class SkippingNetwork {

    private static final String WINDOW = "window";
    private static final String SKIP = "skip";
    private static final String SUM = "sum";

    private SkippingNetwork() {}

    /// @param learned the network; it shares no weights with the result
    /// @param skip empty for the network itself
    static Sequential of(Sequential learned, Optional<SkipPath> skip, WindowForm form, Head head) {
        return skip.isEmpty() ? learned : join(learned, skip.get(), form, head);
    }

    private static Sequential join(Sequential learned, SkipPath skip, WindowForm form, Head head) {
        GraphBuilder graph = GraphSpec.builder().input(WINDOW, learned.inputShape());
        Map<String, float[]> weights = new LinkedHashMap<>();
        String last = WINDOW;
        List<Layer> layers = learned.layers();
        for (int index = 0; index < layers.size(); index++) {
            String node = "learned " + index;
            graph.layer(node, layers.get(index).spec(), last);
            for (Parameter parameter : layers.get(index).parameters()) {
                weights.put(inGraph(parameter.name(), Integer.toString(index), node), parameter.value());
            }
            last = node;
        }
        graph.layer(SKIP, new WindowMapSpec(skip.lookback(), skip.horizon(), form.targets(),
                head.outputs(), head.location()), WINDOW);
        weights.put("0." + SKIP + ".weight", flat(skip));
        graph.merge(SUM, Merge.ADD, last, SKIP).outputs(SUM);
        return Sequential.input(learned.inputShape()).add(graph.build()).restore(0, (name, shape) -> {
            Parameter parameter = new Parameter(name, shape);
            float[] values = weights.get(name);
            if (values == null) {
                throw new IllegalStateException("no weights for " + name + " among " + weights.keySet());
            }
            System.arraycopy(values, 0, parameter.value(), 0, values.length);
            return parameter;
        });
    }

    /// `0.weight_ih_l0` of layer 0 is `0.learned 0.weight_ih_l0`.
    private static String inGraph(String parameter, String place, String node) {
        return "0." + node + parameter.substring(place.length());
    }

    private static float[] flat(SkipPath skip) {
        float[] flat = new float[skip.horizon() * skip.lookback()];
        for (int step = 0; step < skip.horizon(); step++) {
            System.arraycopy(skip.weights()[step], 0, flat, step * skip.lookback(), skip.lookback());
        }
        return flat;
    }
}
