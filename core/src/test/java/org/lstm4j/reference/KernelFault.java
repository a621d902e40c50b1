package org.lstm4j.reference;

/// Mistakes in the float32 kernels, as [FaultyKernels] makes them on purpose.
enum KernelFault {
    SWAPPED_INPUT_AND_FORGET_GATE_FORWARD, SWAPPED_INPUT_AND_FORGET_GATE_BACKWARD, WRONG_SIGN_OF_CANDIDATE_GRADIENT,
    /// dc as it comes from the step after is lost on the way through the cell.
    MISSING_CELL_GRADIENT, MISSING_RECURRENT_INPUT,
    /// The first column of a weight gradient, which is that of the bias among others.
    MISSING_FIRST_COLUMN,
    /// The last of the sixteen units of a block: what goes wrong when a loop over lanes ends too early.
    MISSING_LAST_LANE,
    /// The last row of a batch: what goes wrong when the rows beyond a full tile are forgotten.
    MISSING_LAST_ROW,
    /// A hundredth of a percent on one gate's gradient: a wrong constant, or too coarse an approximation.
    SLIGHTLY_TOO_LARGE_FORGET_GRADIENT
}
