package org.lstm4j.inference;

import java.util.List;
import org.lstm4j.nn.recurrent.RecurrentState;

/// A pass that goes on from the states its last forward left, as in a stream.
interface StatefulPass extends FrozenPass {

    /// Back to before the first step.
    void reset();

    /// The states after the last forward, copied: one of a layer, or of each recurrent layer within it, in order.
    List<RecurrentState> states();

    /// Goes on from those states, which fit.
    void setStates(List<RecurrentState> states);
}
