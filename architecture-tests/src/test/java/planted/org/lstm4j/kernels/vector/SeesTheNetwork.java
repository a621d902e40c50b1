package planted.org.lstm4j.kernels.vector;

import org.lstm4j.nn.Sequential;

/// Offends on purpose: vector kernels know kernels, not networks.
public final class SeesTheNetwork {

    int layers(Sequential network) {
        return network.layers().size();
    }
}
