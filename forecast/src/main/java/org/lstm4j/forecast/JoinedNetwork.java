package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.prepare.SkipPath;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.GraphBuilder;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.graph.Merge;
import org.lstm4j.nn.window.WindowMapSpec;
import org.lstm4j.tensor.Shape;

/// Joins networks and the skip paths beside which they were trained: one network that foretells the whole.
///
/// It is a graph in which the window goes every way; what a network and its skip path say is added up, and of several networks the mean is
/// taken.
///
/// @param form what goes in
/// @param head what the outputs mean
record JoinedNetwork(WindowForm form, Head head) {

    private static final String WINDOW = "window";
    private static final String MEAN = "mean";

    /// The end of the names of the nodes of one of several networks: empty of a single one.
    ///
    /// @param index from 0
    static String number(int index, int networks) {
        return networks == 1 ? "" : " of network " + (index + 1);
    }

    /// The node of a layer.
    static String learned(int layer, String number) {
        return "learned " + layer + number;
    }

    /// The node of a skip path.
    static String skip(String number) {
        return "skip" + number;
    }

    /// `0.weight_ih_l0` of layer 0 is `0.learned 0.weight_ih_l0`.
    ///
    /// @param place of the layer in the network: `0`
    static String inGraph(String parameter, String place, String node) {
        return "0." + node + parameter.substring(place.length());
    }

    /// @param networks at least one; they share no weights with the result, but where it is one without a skip path, which it is
    Sequential of(List<NetworkWithSkip> networks) {
        NetworkWithSkip first = networks.getFirst();
        if (networks.size() == 1 && first.skip().isEmpty()) {
            return first.network();
        }
        Building building = new Building(first.network().inputShape());
        List<String> ends = new ArrayList<>();
        for (int index = 0; index < networks.size(); index++) {
            ends.add(building.add(networks.get(index), number(index, networks.size())));
        }
        return building.build(ends);
    }

    /// A graph that grows, and the weights of its nodes.
    private final class Building {

        private final Shape input;
        private final GraphBuilder graph;
        private final Map<String, float[]> weights = new LinkedHashMap<>();

        Building(Shape input) {
            this.input = input;
            graph = GraphSpec.builder().input(WINDOW, input);
        }

        /// Adds a network with its skip path.
        ///
        /// @param number at the end of the names of its nodes
        /// @return the node that says what both say
        String add(NetworkWithSkip one, String number) {
            String learned = addLayers(one.network().layers(), number);
            if (one.skip().isEmpty()) {
                return learned;
            }
            String sum = "sum" + number;
            graph.merge(sum, Merge.ADD, learned, addSkip(one.skip().get(), number));
            return sum;
        }

        private String addLayers(List<Layer> layers, String number) {
            String last = WINDOW;
            for (int index = 0; index < layers.size(); index++) {
                String node = learned(index, number);
                graph.layer(node, layers.get(index).spec(), last);
                for (Parameter parameter : layers.get(index).parameters()) {
                    weights.put(inGraph(parameter.name(), Integer.toString(index), node), parameter.value());
                }
                last = node;
            }
            return last;
        }

        private String addSkip(SkipPath skip, String number) {
            String node = skip(number);
            graph.layer(node, new WindowMapSpec(skip.lookback(), skip.horizon(), form.targets(), head.outputs(),
                    head.location()), WINDOW);
            weights.put("0." + node + ".weight", flat(skip));
            return node;
        }

        Sequential build(List<String> ends) {
            if (ends.size() > 1) {
                graph.merge(MEAN, Merge.AVERAGE, ends.toArray(new String[0]));
            }
            graph.outputs(ends.size() > 1 ? MEAN : ends.getFirst());
            return Sequential.input(input).add(graph.build()).restore(0, copying(weights::get));
        }
    }

    /// Parameters with copies of weights.
    ///
    /// @param weights by the names of parameters
    static ParameterSource copying(Function<String, float @Nullable []> weights) {
        return (name, shape) -> {
            Parameter parameter = new Parameter(name, shape);
            float[] values = weights.apply(name);
            if (values == null) {
                throw new IllegalStateException("there are no weights for " + name);
            }
            System.arraycopy(values, 0, parameter.value(), 0, values.length);
            return parameter;
        };
    }

    private static float[] flat(SkipPath skip) {
        float[] flat = new float[skip.horizon() * skip.lookback()];
        for (int step = 0; step < skip.horizon(); step++) {
            System.arraycopy(skip.weights()[step], 0, flat, step * skip.lookback(), skip.lookback());
        }
        return flat;
    }
}
