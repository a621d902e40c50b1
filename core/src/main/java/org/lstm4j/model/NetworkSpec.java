package org.lstm4j.model;

import java.util.List;
import org.lstm4j.nn.Layer;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ParameterSource;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;

/// The settings of a whole network: what goes in, and its layers in order. Without weights.
///
/// @param input the shape of one sample, such as `[steps 10, features 1]`
/// @param layers at least one
public record NetworkSpec(Shape input, List<LayerSpec> layers) {

    public NetworkSpec {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
    }

    /// The settings a network was built from.
    public static NetworkSpec of(Sequential network) {
        return new NetworkSpec(network.inputShape(), network.layers().stream().map(Layer::spec).toList());
    }

    /// Builds the network and draws initial weights.
    ///
    /// @throws IllegalArgumentException when a layer cannot take the output of the one before
    public Sequential build(long seed) {
        return builder().build(seed);
    }

    /// Builds the network with weights that exist already.
    Sequential restore(ParameterSource stored) {
        return builder().restore(0, stored);
    }

    private Sequential.Builder builder() {
        return Sequential.input(input).addAll(layers);
    }
}
