package org.lstm4j.reference;

/// Mistakes that people make with the options of recurrent layers; the textbook makes them on purpose, and a comparison with the
/// shipped layers has to find each.
enum TextbookFault {
    NONE,
    /// p_o·c_{t−1} for p_o·c_t.
    OUTPUT_PEEPHOLE_SEES_CELL_BEFORE, NO_FORGET_PEEPHOLE, SWAPPED_INPUT_AND_FORGET_PEEPHOLES, ACTIVATION_OF_GATES_FOR_CANDIDATE, NO_ACTIVATION_OF_CELL_STATE, NO_RESET_GATE,
    /// z says what is new.
    UPDATE_GATE_TURNED,
    /// tanh of the mixed cell state for that of the new one.
    ZONEOUT_BEFORE_OUTPUT, NO_ZONEOUT_OF_CELL_STATE, NO_ZONEOUT_OF_HIDDEN_STATE,
    /// The output shows what the next step reads.
    DROPPED_STATE_IS_SHOWN, NO_INPUT_DROPOUT, NO_RECURRENT_DROPOUT,
    /// A row goes backwards from the end of its padding.
    PADDING_COUNTS,
    /// Sequences cut into pieces where every so-many-th step belongs together.
    PHASES_ARE_BLOCKS
}
