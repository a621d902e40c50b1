package org.lstm4j.nn.recurrent;

import java.util.Map;
import org.lstm4j.nn.LayerPass;
import org.lstm4j.tensor.Tensor;

/// The pass of a recurrent layer, which can be asked what its cells did in the last forward.
public sealed interface SignalSource extends LayerPass permits RecurrentPass, DilatedPass {

    /// The name of the layer, as in the network's summary.
    String layerName();

    /// Whether the cells went through the steps from the last to the first.
    boolean goesBackwards();

    /// What the cells did in every step of the last forward: the numbers it computed with, copied.
    ///
    /// @return of each signal that the cell has, [batch, steps, units]; steps stand in the order of time, whichever way the cells
    ///         went through them, and hold NaN where they do not count or nothing was computed
    /// @throws IllegalStateException when the pass does not run backward, and so keeps no step; before the first forward; or after
    ///         backward, which overwrites them
    Map<CellSignal, Tensor> signals();
}
