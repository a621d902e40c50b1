package org.lstm4j.train;

import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;

/// Copies of networks that can be trained without touching the original, neither its weights nor the streams its dropout draws
/// from.
final class NetworkCopy {

    private NetworkCopy() {}

    /// @param seed where the copy's dropout draws from
    static Sequential of(Sequential network, long seed) {
        Sequential.Builder builder = Sequential.input(network.inputShape());
        for (Layer layer : network.layers()) {
            builder.add(layer.spec());
        }
        Sequential copy = builder.restore(seed, Parameter::new);
        for (int index = 0; index < copy.parameters().size(); index++) {
            float[] from = network.parameters().get(index).value();
            System.arraycopy(from, 0, copy.parameters().get(index).value(), 0, from.length);
        }
        return copy;
    }
}
