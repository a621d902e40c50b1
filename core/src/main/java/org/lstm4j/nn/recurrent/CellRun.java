package org.lstm4j.nn.recurrent;

import org.jspecify.annotations.Nullable;
import org.lstm4j.kernels.LstmGates;

/// What a kind of cell adds to the loop over time: its weights as four gates, and what becomes of a block's pre-activations.
///
/// Made for one pass. Methods without a body here are for cells that have more than weights and bias.
abstract class CellRun {

    /// The weights as the loop multiplies with them.
    abstract GateWeights weights();

    /// The element-wise half of a step for the units of a block.
    abstract LstmGates gates(int block);

    /// Its work on whole rows; null for a cell whose units do not look at each other within a step.
    @Nullable
    RowCells rowCells() {
        return null;
    }

    /// Reads weights that may have changed; before every forward.
    void load() {}

    /// Adds to the gradients of parameters that the products do not see; after every backward.
    ///
    /// @param buffers gates hold their gradients
    void addGradients(RecurrentBuffers buffers) {}
}
