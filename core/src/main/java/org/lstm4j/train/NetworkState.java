package org.lstm4j.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// What training has made of a network: its weights, and where the streams stand that dropout and noise draw from.
///
/// @param weights by the names of the parameters, in their order; shared, to be left as they are
/// @param streams in the order of the layers
public record NetworkState(SequencedMap<String, Tensor> weights, List<StreamPosition> streams) {

    public NetworkState {
        weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
        streams = List.copyOf(streams);
    }

    /// Where a stream stands.
    ///
    /// @param layer the name of the layer that draws from it, or that has the layer which does: `1 dropout`
    /// @param key what tells the stream from others
    /// @param position how many numbers were drawn
    public record StreamPosition(String layer, long key, long position) {}

    /// That of a network now, copied.
    static NetworkState of(Sequential network) {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            weights.put(parameter.name(), Tensor.of(parameter.shape(), parameter.value().clone()));
        }
        List<StreamPosition> streams = new ArrayList<>();
        for (Layer layer : network.layers()) {
            for (RandomStream stream : layer.streams()) {
                streams.add(new StreamPosition(layer.name(), stream.key(), stream.position()));
            }
        }
        return new NetworkState(weights, streams);
    }

    /// @throws IllegalArgumentException when it is the state of a network with other parameters, or other layers that draw
    void requireFits(Sequential network) {
        requireSame("weights", weightsOf(network), weights.entrySet().stream()
                .map(entry -> entry.getKey() + " " + sizes(entry.getValue().shape())).toList());
        requireSame("layers with dropout or noise", layersThatDraw(network),
                streams.stream().map(StreamPosition::layer).toList());
    }

    private static List<String> weightsOf(Sequential network) {
        return network.parameters().stream()
                .map(parameter -> parameter.name() + " " + sizes(parameter.shape())).toList();
    }

    /// Without the names of axes, which files do not keep.
    private static List<Integer> sizes(Shape shape) {
        return shape.axes().stream().map(Axis::size).toList();
    }

    private static List<String> layersThatDraw(Sequential network) {
        return network.layers().stream().flatMap(layer -> layer.streams().stream().map(_ -> layer.name())).toList();
    }

    /// Names the first difference only: the list of a large network helps nobody.
    private static void requireSame(String what, List<String> expected, List<String> received) {
        for (int index = 0; index < Math.max(expected.size(), received.size()); index++) {
            String one = index < expected.size() ? expected.get(index) : "no more";
            String other = index < received.size() ? received.get(index) : "no more";
            if (!one.equals(other)) {
                throw new IllegalArgumentException("the state of training is that of another network: of its " + what
                        + ", number " + (index + 1) + " was expected to be " + one + ", but is " + other
                        + "; build the network with the layers it was saved with");
            }
        }
    }

    /// Puts a network that it fits where it was.
    void restore(Sequential network) {
        for (Parameter parameter : network.parameters()) {
            float[] values = Objects.requireNonNull(weights.get(parameter.name())).data();
            System.arraycopy(values, 0, parameter.value(), 0, values.length);
        }
        int index = 0;
        for (Layer layer : network.layers()) {
            for (RandomStream stream : layer.streams()) {
                StreamPosition to = streams.get(index++);
                stream.continueAt(to.key(), to.position());
            }
        }
    }
}
