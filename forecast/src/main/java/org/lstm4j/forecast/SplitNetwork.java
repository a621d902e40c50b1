package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.prepare.SkipPath;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.graph.Graph;
import org.lstm4j.nn.graph.GraphSpec;
import org.lstm4j.nn.window.WindowMap;

/// Takes apart what [JoinedNetwork] has joined: only the networks are ever trained, each beside its skip path.
///
/// @param whole the network of a forecaster; what comes of it shares no weights with it
record SplitNetwork(Sequential whole) {

    /// How many networks there are, one where nothing was joined.
    int count() {
        return whole.layers().getFirst() instanceof Graph graph ? networks(graph.spec()) : 1;
    }

    /// The networks, one where nothing was joined.
    ///
    /// @param seed of what is random in the training of the first, such as dropout; those of the others follow
    List<NetworkWithSkip> parts(long seed) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        whole.parameters().forEach(parameter -> weights.put(parameter.name(), parameter.value()));
        if (!(whole.layers().getFirst() instanceof Graph graph && isJoined(graph.spec()))) {
            List<LayerSpec> specs = whole.layers().stream().map(Layer::spec).toList();
            return List.of(new NetworkWithSkip(restored(specs, seed, weights::get), Optional.empty()));
        }
        List<NetworkWithSkip> parts = new ArrayList<>();
        int networks = count();
        for (int index = 0; index < networks; index++) {
            parts.add(part(graph, JoinedNetwork.number(index, networks), seed + index, weights));
        }
        return List.copyOf(parts);
    }

    private static boolean isJoined(GraphSpec spec) {
        return hasNode(spec, JoinedNetwork.learned(0, "")) || networks(spec) > 1;
    }

    private static int networks(GraphSpec spec) {
        int networks = 0;
        while (hasNode(spec, JoinedNetwork.learned(0, JoinedNetwork.number(networks, 2)))) {
            networks++;
        }
        return Math.max(1, networks);
    }

    private static boolean hasNode(GraphSpec spec, String name) {
        return spec.nodes().stream().anyMatch(node -> node.name().equals(name));
    }

    private NetworkWithSkip part(Graph graph, String number, long seed, Map<String, float[]> weights) {
        List<LayerSpec> learned = new ArrayList<>();
        while (hasNode(graph.spec(), JoinedNetwork.learned(learned.size(), number))) {
            learned.add(graph.layer(JoinedNetwork.learned(learned.size(), number)).spec());
        }
        Sequential apart = restored(learned, seed, name -> {
            String place = name.substring(0, name.indexOf('.'));
            String node = JoinedNetwork.learned(Integer.parseInt(place), number);
            return weights.get(JoinedNetwork.inGraph(name, place, node));
        });
        String skip = JoinedNetwork.skip(number);
        return new NetworkWithSkip(apart, hasNode(graph.spec(), skip)
                ? Optional.of(path((WindowMap) graph.layer(skip)))
                : Optional.empty());
    }

    private static SkipPath path(WindowMap map) {
        float[][] rows = new float[map.spec().horizon()][];
        for (int step = 0; step < rows.length; step++) {
            int from = step * map.spec().lookback();
            rows[step] = Arrays.copyOfRange(map.weights().value(), from, from + map.spec().lookback());
        }
        return new SkipPath(rows);
    }

    /// @param weights by the names of parameters; copied
    private Sequential restored(List<LayerSpec> specs, long seed, Function<String, float @Nullable []> weights) {
        return Sequential.input(whole.inputShape()).addAll(specs).restore(seed, JoinedNetwork.copying(weights));
    }
}
