package org.lstm4j.inference;

import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.tensor.Shape;

/// A pass that goes on from the state its last forward left, as in a stream.
interface StatefulPass extends FrozenPass {

    /// Back to before the first step.
    void reset();

    /// The state after the last forward, copied.
    RecurrentState state();

    /// Goes on from that state, which fits.
    void setState(RecurrentState state);

    /// @throws IllegalArgumentException when the sizes of a state are not those of this pass
    default void requireFits(RecurrentState other) {
        RecurrentState own = state();
        if (!own.hidden().shape().sameSizes(other.hidden().shape())
                || !own.cell().shape().sameSizes(other.cell().shape())) {
            throw new IllegalArgumentException("the state is " + describe(other) + ", but this stream needs "
                    + describe(own) + "; restore it with its own network and as many sequences");
        }
    }

    private static String describe(RecurrentState state) {
        Shape hidden = state.hidden().shape();
        Shape cell = state.cell().shape();
        return hidden.sameSizes(cell) ? hidden.toString() : hidden + " and " + cell;
    }
}
