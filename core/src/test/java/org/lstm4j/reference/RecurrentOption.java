package org.lstm4j.reference;

/// What a recurrent layer can be told, and what it can be given; the textbook knows planted faults for each.
enum RecurrentOption {
    GRU, SIMPLE_RNN, PROJECTION, BIAS, PEEPHOLE, LAYER_NORMALIZATION, ACTIVATION, RECURRENT_ACTIVATION, INPUT_DROPOUT, RECURRENT_DROPOUT, HIDDEN_ZONEOUT, CELL_ZONEOUT, RETURN_SEQUENCES, GO_BACKWARDS, MASK, INITIAL_STATE, FINAL_STATE, DILATION
}
