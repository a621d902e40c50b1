package org.lstm4j.optim;

import java.util.List;
import org.lstm4j.nn.Parameter;

/// Changes parameters by their gradients, step by step. Mutable, not thread-safe; a step allocates nothing.
public interface Optimizer {

    /// The parameters it changes.
    List<Parameter> parameters();

    /// Moves every parameter once.
    void step();

    /// Sets every gradient to 0; call it before the backward pass.
    default void zeroGradients() {
        List<Parameter> parameters = parameters();
        for (int index = 0; index < parameters.size(); index++) {
            parameters.get(index).zeroGradient();
        }
    }
}
