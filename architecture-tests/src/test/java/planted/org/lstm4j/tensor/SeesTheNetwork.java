package planted.org.lstm4j.tensor;

import org.lstm4j.nn.Sequential;

/// Offends on purpose: tensors are below everything.
public final class SeesTheNetwork {

    Class<?> sequential() {
        return Sequential.class;
    }
}
