package org.lstm4j.inference;

import org.lstm4j.tensor.Tensor;

/// A [FrozenLayer] at work for one caller.
@FunctionalInterface
interface FrozenPass {

    /// Runs the layer; allocates nothing.
    ///
    /// @param input in the shape the pass was made for
    /// @return the output, which belongs to the pass
    Tensor forward(Tensor input);
}
