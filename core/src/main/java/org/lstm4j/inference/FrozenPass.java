package org.lstm4j.inference;

import org.jspecify.annotations.Nullable;
import org.lstm4j.nn.StepMask;
import org.lstm4j.tensor.Tensor;

/// A [FrozenLayer] at work for one caller.
@FunctionalInterface
interface FrozenPass {

    /// Runs the layer; allocates nothing.
    ///
    /// @param input in the shape the pass was made for
    /// @return the output, which belongs to the pass
    Tensor forward(Tensor input);

    /// Runs the layer where not every step counts; a layer that takes each step alone runs as without a mask.
    default Tensor forward(Tensor input, StepMask mask) {
        return forward(input);
    }

    /// Which steps of the output count after the last forward; null when all do.
    default @Nullable StepMask outputMask(@Nullable StepMask inputMask) {
        return inputMask;
    }

    /// What the layer adds to the loss by its last forward.
    default double penalty() {
        return 0;
    }
}
