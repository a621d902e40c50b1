package org.lstm4j.forecast.esrnn;

import org.lstm4j.nn.Layer;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.Sequential;

/// Networks as they were at a moment.
final class NetworkSnapshot {

    private NetworkSnapshot() {}

    /// The same layers with copies of the weights.
    static Sequential of(Sequential network) {
        Sequential.Builder builder = Sequential.input(network.inputShape());
        for (Layer layer : network.layers()) {
            builder.add(layer.spec());
        }
        Sequential copy = builder.restore(0, Parameter::new);
        for (int index = 0; index < copy.parameters().size(); index++) {
            float[] from = network.parameters().get(index).value();
            System.arraycopy(from, 0, copy.parameters().get(index).value(), 0, from.length);
        }
        return copy;
    }
}
