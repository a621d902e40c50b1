package org.lstm4j.reference;

/// Mistakes that people make in an LSTM's backward pass; [FaultyLstm] makes them on purpose. A network with one of them often
/// still learns something, which hides it: a check of gradients is worth its name only if it finds every one.
enum PlantedFault {
    WRONG_SIGN_OF_CANDIDATE, WRONG_SIGN_OF_INPUT_GRADIENT, SWAPPED_INPUT_AND_FORGET_GATE, SWAPPED_CANDIDATE_AND_OUTPUT_GATE,
    /// 1 − tanh(c) for 1 − tanh²(c).
    TANH_SLOPE_WITHOUT_SQUARE,
    /// c reaches the loss through h = o·tanh(c) too; this fault forgets it.
    MISSING_CELL_TO_HIDDEN_PATH,
    /// c reaches the loss through the next step's c; this fault forgets it.
    MISSING_CELL_TO_CELL_PATH,
    /// h reaches the loss through the next step's gates; this fault forgets it.
    MISSING_RECURRENT_PATH, MISSING_FINAL_STATE_GRADIENT, MISSING_BIAS_GRADIENT,
    /// Weight gradients of the first step only: assigned where they should be added up.
    MISSING_SUM_OVER_STEPS,
    /// h where h′ belongs in dR += da·h′ᵀ.
    HIDDEN_STATE_ONE_STEP_LATE,
    /// R·da for Rᵀ·da, within each gate's square block.
    TRANSPOSED_RECURRENT_WEIGHTS,
    /// W's memory read as [F, 4H].
    TRANSPOSED_INPUT_WEIGHTS
}
