package planted.org.lstm4j.optim;

import org.lstm4j.nn.Layer;

/// Offends on purpose: an optimizer sees parameters.
public final class SeesLayers {

    Class<?> layer() {
        return Layer.class;
    }
}
